// @ts-check
/** The results as the reader sees them. Text is only ever set as text, never as HTML. */

/** @typedef {import("./archive-search.js").Text} Text */
/** @typedef {import("./excerpts.js").Excerpt} Excerpt */

/**
 * Returns the entry of one document: its title, which leads to the first section that matches, and its excerpts.
 * @param {Text} document
 * @param {Excerpt[]} excerpts
 * @param {URL} siteRoot
 */
export function resultElement(document, excerpts, siteRoot) {
  const link = element("a", "", document.title);
  const address = new URL(document.address, siteRoot);
  address.hash = excerpts[0]?.anchor ?? "";
  link.href = address.href;
  const day = element("time", "", document.date_text);
  day.dateTime = document.date;
  const number = element("p", "archive-result__number", `諮問第${document.number}号`, " ", day);
  const title = element("h2", "archive-result__title", link);
  const subtitle = document.subtitle ? [element("p", "archive-result__subtitle", document.subtitle)] : [];
  const list = element("ul", "archive-result__excerpts", ...excerpts.map(excerptElement));
  return element("li", "archive-result", number, title, ...subtitle, ...(excerpts.length > 0 ? [list] : []));
}

/**
 * Returns what is said about the number of documents found.
 * @param {import("./archive-search.js").Answer} answer
 */
export function summary({ terms, numbers }) {
  const words = terms.map(({ text }) => `「${text}」`).join("と");
  return numbers.length > 0
    ? `${words}を含む諮問は${numbers.length}件です。`
    : `${words}を含む諮問はありません。言葉を短くするか、下の一覧からお探しください。`;
}

/** @param {Excerpt} excerpt */
function excerptElement({ parts }) {
  return element("li", "", ...parts.map(({ text, marked }) => (marked ? element("mark", "", text) : text)));
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} className
 * @param {(Node | string)[]} content
 * @returns {HTMLElementTagNameMap[Name]}
 */
function element(name, className, ...content) {
  const created = document.createElement(name);
  if (className) {
    created.className = className;
  }
  created.append(...content);
  return created;
}
