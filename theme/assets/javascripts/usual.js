// @ts-check
/**
 * The usual form of a folded text: usual kanji (高 for 髙) and long legal forms (株式会社 for ㈱), so that texts that say the
 * same are found whichever they write. The browser's half of generator/japanese/variants.py, whose table it goes by.
 */

/** @import {FoldedCharacter, Usual, UsualForms} from "./shapes.js" */

/**
 * @param {UsualForms} forms
 * @returns {Usual}
 */
export function createUsual({ kanji, forms }) {
  /** @type {Map<string, string>} */
  const usualOf = new Map();
  for (const group of kanji.split(" ")) {
    const [usual, ...others] = group;
    others.forEach((other) => usualOf.set(other, usual));
  }
  const shorts = forms.map(([short, long]) => ({ short: [...short], long: [...long] }));
  const beginnings = new Set(shorts.map(({ short }) => short[0]));

  /**
   * @param {FoldedCharacter[]} characters
   * @param {number} from
   */
  const formAt = (characters, from) =>
    beginnings.has(characters[from].character) &&
    shorts.find(({ short }) => short.every((letter, step) => characters[from + step]?.character === letter));

  return (folded) => {
    const characters = folded.map((place) => ({ ...place, character: usualOf.get(place.character) ?? place.character }));
    /** @type {FoldedCharacter[]} */
    const usual = [];
    for (let from = 0; from < characters.length; from += 1) {
      const { start } = characters[from];
      const form = formAt(characters, from);
      if (form) {
        from += form.short.length - 1;
        withLongForm(usual, form.long, start, characters[from].end);
        from += Number(characters[from + 1]?.character === " ");
      } else {
        usual.push(characters[from]);
      }
    }
    return usual;
  };
}

/**
 * Adds a long form where the short one stood. There is no white space beside it, as beside all Japanese words.
 * @param {FoldedCharacter[]} usual
 * @param {string[]} long
 * @param {number} start of the short form
 * @param {number} end
 */
function withLongForm(usual, long, start, end) {
  if (usual.at(-1)?.character === " ") {
    usual.pop();
  }
  usual.push(...long.map((character) => ({ character, start, end })));
}

/**
 * Returns the way to write a word in usual form as the index of usual forms does: with one sign for each long legal form,
 * so that no part of one is found where a short one stands.
 * @param {UsualForms} forms
 * @returns {(usual: string[]) => string[]}
 */
export function createWholeForms({ forms }) {
  const signs = new Map(forms.map(([, long, sign]) => [long, sign]));
  const longestFirst = [...signs.keys()].sort((one, other) => other.length - one.length);
  return (usual) => [...longestFirst.reduce((word, long) => word.replaceAll(long, signs.get(long) ?? ""), usual.join(""))];
}

/**
 * Returns the usual form of a word.
 * @param {Usual} usual
 * @param {string[]} characters folded
 */
export function usualWord(usual, characters) {
  return usual(characters.map((character) => ({ character, start: 0, end: 0 }))).map(({ character }) => character);
}
