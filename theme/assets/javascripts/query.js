// @ts-check
/** What a reader asks for. */

/** @typedef {{text: string, characters: string[]}} Term a word as the reader typed it, and folded */

/**
 * Returns the terms of a query, which white space separates (U+3000 too), each once.
 * @param {string} query
 * @param {import("./fold.js").Fold} fold
 * @returns {Term[]}
 */
export function termsOf(query, fold) {
  /** @type {Map<string, Term>} */
  const terms = new Map();
  for (const text of query.split(/\s+/u)) {
    const characters = fold(text).map(({ character }) => character);
    const key = characters.join("");
    if (key && !terms.has(key)) {
      terms.set(key, { text, characters });
    }
  }
  return [...terms.values()];
}
