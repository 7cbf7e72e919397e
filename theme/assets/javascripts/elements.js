// @ts-check
/** Makes elements. Text is only ever set as text, never as HTML. */


/**
 * Returns a new element with the given properties (className, href …) and content.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} properties
 * @param {(Node | string)[]} content
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, properties, ...content) {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...content);
  return created;
}

/**
 * Returns the only element of its kind that a selector finds. Throws where the page has none.
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} kind
 * @param {ParentNode} within
 * @returns {Kind}
 */
export function part(selector, kind, within = document) {
  const found = within.querySelector(selector);
  if (!(found instanceof kind)) {
    throw new Error(`this page has no ${selector}`);
  }
  return found;
}

/**
 * Returns parts of a text as text and marks.
 * @param {{text: string, marked: boolean}[]} parts
 */
export function withMarks(parts) {
  return parts.map(({ text, marked }) => (marked ? element("mark", {}, text) : text));
}
