// @ts-check
/** The tokens a text is looked up by: the browser's half of generator/search/tokens.py. */

/** @param {string} character */
function code(character) {
  return /** @type {number} */ (character.codePointAt(0)).toString(36).padStart(4, "0");
}

/**
 * Returns the quoted phrase that Pagefind finds where exactly these characters follow one another.
 * @param {string[]} characters folded, at least one
 */
export function phrase(characters) {
  const codes = characters.map(code);
  const tokens = codes.length === 1 ? codes : codes.slice(1).map((second, index) => codes[index] + second);
  return `"${tokens.join(" ")}"`;
}
