// @ts-check
/** Where folded words stand in a text, in the text's own characters. */

/** @import {FoldedCharacter, Match, Read, Reading, Spellings, Vocabulary} from "./shapes.js" */

/**
 * Returns where a word stands, from its first character to its last.
 * @param {FoldedCharacter[]} characters the folded text
 * @param {string[]} word the folded characters of the word
 * @returns {Match[]}
 */
export function matchesOf(characters, word) {
  return characters.flatMap(({ start }, first) =>
    word.every((character, step) => characters[first + step]?.character === character)
      ? [{ start, end: characters[first + word.length - 1].end }]
      : [],
  );
}

/**
 * Returns the way to read a text in its own and in usual form.
 * @param {Pick<Vocabulary, "fold" | "usual">} vocabulary
 * @returns {Read}
 */
export function readerOf({ fold, usual }) {
  return (text) => {
    const own = fold(text);
    return { own, usual: usual(own) };
  };
}

/**
 * Returns where a thing stands in a text, as it is spelt itself or in usual form.
 * @param {Reading} text
 * @param {Spellings} spellings
 */
export function matchesOfThing({ own, usual }, spellings) {
  return [
    ...spellings.own.flatMap((word) => matchesOf(own, word)),
    ...spellings.usual.flatMap((word) => matchesOf(usual, word)),
  ];
}

/**
 * Joins matches that overlap or touch, so that no character is marked twice.
 * @param {Match[]} matches
 * @returns {Match[]}
 */
export function merged(matches) {
  /** @type {Match[]} */
  const joined = [];
  for (const { start, end } of [...matches].sort((one, other) => one.start - other.start)) {
    const previous = joined.at(-1);
    if (previous && start <= previous.end) {
      previous.end = Math.max(previous.end, end);
    } else {
      joined.push({ start, end });
    }
  }
  return joined;
}
