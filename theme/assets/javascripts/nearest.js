// @ts-check
/** Registered names that resemble what was typed, for when nothing was found. */

/** @import {Name} from "./shapes.js" */

const MOST = 5;
// Of the pairs of neighbouring letters in both words, at least so many are shared: less is no resemblance.
const LEAST_SHARED = 0.4;

/**
 * Returns at most five names that resemble a word, the nearest first.
 * @param {string} word
 * @param {Name[]} names
 * @param {(text: string) => string} keyOf
 * @returns {Name[]}
 */
export function nearestNames(word, names, keyOf) {
  const wanted = keyOf(word);
  /** @param {Name} name */
  const likeness = ({ name, reading, spellings, alsoCalled }) =>
    Math.max(...[name, reading, ...spellings, ...alsoCalled].map((text) => resemblance(wanted, keyOf(text))));
  return names
    .map((name) => ({ name, likeness: likeness(name) }))
    .filter((candidate) => candidate.likeness >= LEAST_SHARED)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/**
 * Dice's coefficient of the pairs of neighbouring letters, the edges of the words counted as letters.
 * @param {string} one
 * @param {string} other
 */
function resemblance(one, other) {
  const pairs = pairsOf(one);
  const others = pairsOf(other);
  const total = pairs.length + others.length;
  let shared = 0;
  for (const pair of pairs) {
    const at = others.indexOf(pair);
    if (at >= 0) {
      others.splice(at, 1);
      shared += 1;
    }
  }
  return (2 * shared) / total;
}

/** @param {string} word */
function pairsOf(word) {
  const letters = ["", ...word, ""];
  return letters.slice(1).map((letter, index) => letters[index] + letter);
}
