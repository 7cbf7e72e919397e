// @ts-check
/** Where the terms of a query stand in a document, shown in the document's own words. */

/** @typedef {{anchor: string, text: string}} Block */
/** @typedef {{text: string, marked: boolean}} Part */
/** @typedef {{anchor: string, parts: Part[]}} Excerpt */
/** @typedef {{start: number, end: number}} Match where it stands in the block's text */
/** @typedef {import("./fold.js").FoldedCharacter} FoldedCharacter */
/** @typedef {import("./query.js").Term} Term */

const MOST_EXCERPTS = 3;
const CHARACTERS_BEFORE = 30;
const CHARACTERS_AFTER = 70;

/**
 * Returns at most three excerpts, each of another block, in the order of the document. A term that stands anywhere has
 * its first block among them, as long as there is room.
 * @param {Block[]} blocks
 * @param {Term[]} terms
 * @param {import("./fold.js").Fold} fold
 * @returns {Excerpt[]}
 */
export function excerptsOf(blocks, terms, fold) {
  const found = blocks
    .map((block) => {
      const characters = fold(block.text);
      return { block, matches: terms.map((term) => matchesOf(characters, term)) };
    })
    .filter(({ matches }) => matches.some((ofTerm) => ofTerm.length > 0));
  const firstOfTerms = terms.flatMap((_, term) => found.find(({ matches }) => matches[term].length > 0) ?? []);
  const chosen = new Set([...new Set([...firstOfTerms, ...found])].slice(0, MOST_EXCERPTS));
  return found
    .filter((candidate) => chosen.has(candidate))
    .map(({ block, matches }) => ({ anchor: block.anchor, parts: partsOf(block.text, matches.flat()) }));
}

/**
 * Returns where a term stands in the original text, from its first character to its last.
 * @param {FoldedCharacter[]} characters
 * @param {Term} term
 * @returns {Match[]}
 */
function matchesOf(characters, term) {
  const length = term.characters.length;
  return characters.flatMap(({ start }, first) =>
    term.characters.every((character, step) => characters[first + step]?.character === character)
      ? [{ start, end: characters[first + length - 1].end }]
      : [],
  );
}

/**
 * Cuts out of a text the words around the first match, and marks in them whatever matches.
 * @param {string} text
 * @param {Match[]} matches
 * @returns {Part[]}
 */
function partsOf(text, matches) {
  const marks = merged(matches);
  const from = characterBoundary(text, Math.max(0, marks[0].start - CHARACTERS_BEFORE));
  const shown = marks.filter(({ start }) => start < marks[0].start + CHARACTERS_AFTER);
  const end = Math.max(shown[shown.length - 1].end, marks[0].start + CHARACTERS_AFTER);
  const to = characterBoundary(text, Math.min(text.length, end));
  const parts = [{ text: from > 0 ? "…" : "", marked: false }];
  let next = from;
  for (const mark of shown) {
    parts.push({ text: text.slice(next, mark.start), marked: false });
    parts.push({ text: text.slice(mark.start, mark.end), marked: true });
    next = mark.end;
  }
  parts.push({ text: text.slice(next, to), marked: false }, { text: to < text.length ? "…" : "", marked: false });
  return parts.filter((part) => part.text);
}

/**
 * Joins matches that overlap or touch, so that no character is shown twice.
 * @param {Match[]} matches
 * @returns {Match[]}
 */
function merged(matches) {
  /** @type {Match[]} */
  const joined = [];
  for (const { start, end } of [...matches].sort((one, other) => one.start - other.start)) {
    const previous = joined[joined.length - 1];
    if (previous && start <= previous.end) {
      previous.end = Math.max(previous.end, end);
    } else {
      joined.push({ start, end });
    }
  }
  return joined;
}

/**
 * Returns the position itself, or the one before where it would cut a character of two code units.
 * @param {string} text
 * @param {number} position
 */
function characterBoundary(text, position) {
  return /[\udc00-\udfff]/.test(text[position] ?? "") ? position - 1 : position;
}
