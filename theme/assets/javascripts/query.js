// @ts-check
/** What a reader asks for: words, "phrases", and -words that leave a consultation out. */

/** @import {Fold, Query, Term} from "./shapes.js" */

// What separates words is what folds to a space (generator/japanese/folding_maker.py): \s, but for U+FEFF, and more.
const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
// The signs that Japanese keyboards offer for a minus and a quotation mark count too; the long-vowel mark ー does not.
const PART = new RegExp(`(?<minus>[-－−]?)(?:["＂“”](?<phrase>[^"＂“”]*)["＂“”]?|(?<word>[^${SPACE}"＂“”]+))`, "gu");

/**
 * Returns the terms of a query, each once. What folds to nothing is no term.
 * @param {string} query
 * @param {Fold} fold
 * @returns {Query}
 */
export function parseQuery(query, fold) {
  /** @type {Map<string, Term>} */
  const wanted = new Map();
  /** @type {Map<string, Term>} */
  const unwanted = new Map();
  for (const { groups } of query.matchAll(PART)) {
    const { minus, phrase, word } = /** @type {Record<string, string | undefined>} */ (groups);
    const text = phrase ?? word ?? "";
    const characters = charactersOf(text, fold);
    const terms = minus ? unwanted : wanted;
    const key = characters.join("");
    if (key && !terms.has(key)) {
      terms.set(key, { text: text.trim(), characters, quoted: phrase !== undefined });
    }
  }
  return { wanted: [...wanted.values()], unwanted: [...unwanted.values()] };
}

/**
 * @param {string} text
 * @param {Fold} fold
 */
export function charactersOf(text, fold) {
  return fold(text).map(({ character }) => character);
}
