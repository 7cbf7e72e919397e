// @ts-check
/**
 * The form of a text that serves matching: the browser's copy of fold_for_search in generator/japanese/fold.py.
 *
 * Both go by one table, which the build writes to search/folding.json, and ask no library about a character: browsers
 * know different versions of Unicode. Beyond what fold.py does, every folded character remembers where it stands in the
 * text, so that a match can be shown in its own words.
 */

/** @import {Fold, FoldedCharacter, Tables} from "./shapes.js" */

// The arithmetic of Hangul syllables (The Unicode Standard, section 3.12).
const LEADING = { first: 0x1100, count: 19 };
const VOWEL = { first: 0x1161, count: 21 };
const TRAILING = { first: 0x11a7, count: 28 };
const SYLLABLE = { first: 0xac00, count: LEADING.count * VOWEL.count * TRAILING.count };

const JAPANESE_MARKS = new Map(Object.entries({ ",": "、", ".": "。" }));

/**
 * Returns the folding that goes by the given table.
 * @param {Tables} table
 * @returns {Fold}
 */
export function createFold({ images, pairs, japanese }) {
  const imageOf = imagesOf(images);
  const wholeOf = new Map(Object.entries(pairs));
  const isJapanese = new RegExp(`[${japanese}]`, "u");
  return (text) => {
    const marked = withoutThousandsSeparators(replaced(text, imageOf)).map(withJapaneseMark);
    return composed(closedUp(marked, isJapanese), wholeOf);
  };
}

/**
 * Returns the folded text alone.
 * @param {Fold} fold
 * @param {string} text
 */
export function foldedText(fold, text) {
  return textOf(fold(text));
}

/**
 * Returns folded characters as a text.
 * @param {FoldedCharacter[]} characters
 */
export function textOf(characters) {
  return characters.map(({ character }) => character).join("");
}

/**
 * Returns the image of each character that has one.
 * @param {Tables["images"]} rows
 */
function imagesOf(rows) {
  /** @type {Map<string, string>} */
  const imageOf = new Map();
  for (const [first, row] of Object.entries(rows)) {
    row.forEach((image, step) => {
      if (image !== null) {
        imageOf.set(String.fromCodePoint(parseInt(first, 16) + step), image);
      }
    });
  }
  return imageOf;
}

/**
 * Puts the image in each character's place. One that has none, such as a variation selector, belongs to the character
 * before it: the two are marked together.
 * @param {string} text
 * @param {Map<string, string>} imageOf
 */
function replaced(text, imageOf) {
  /** @type {FoldedCharacter[]} */
  const characters = [];
  let start = 0;
  for (const source of text) {
    const image = imageOf.get(source) ?? source;
    const end = start + source.length;
    for (const character of image) {
      characters.push({ character, start, end });
    }
    if (image === "" && characters.length > 0) {
      characters[characters.length - 1].end = end;
    }
    start = end;
  }
  return characters;
}

/**
 * Drops spaces beside Japanese characters and at both ends, and leaves one where others stand.
 * @param {FoldedCharacter[]} characters
 * @param {RegExp} isJapanese
 */
function closedUp(characters, isJapanese) {
  /** @param {FoldedCharacter | undefined} neighbour */
  const isOther = (neighbour) => neighbour !== undefined && !isJapanese.test(neighbour.character);
  return characters.filter((character, index) => {
    if (character.character !== " ") {
      return true;
    }
    const before = characters[index - 1];
    return before?.character !== " " && isOther(before) && isOther(afterSpaces(characters, index));
  });
}

/**
 * Returns the first character after the spaces that begin at an index.
 * @param {FoldedCharacter[]} characters
 * @param {number} index
 */
function afterSpaces(characters, index) {
  let next = index;
  while (characters[next]?.character === " ") {
    next += 1;
  }
  return characters[next];
}

/**
 * Joins each letter with the marks after it, from left to right, as か and ゛. Together they stand where both stood.
 * @param {FoldedCharacter[]} characters
 * @param {Map<string, string>} wholeOf
 */
function composed(characters, wholeOf) {
  /** @type {FoldedCharacter[]} */
  const joined = [];
  /** @param {string} letter @param {string} mark */
  const wholeFrom = (letter, mark) => wholeOf.get(letter + mark) ?? syllable(letter, mark);
  for (const mark of characters) {
    const letter = joined[joined.length - 1];
    const whole = letter && wholeFrom(letter.character, mark.character);
    if (whole) {
      joined[joined.length - 1] = { character: whole, start: letter.start, end: mark.end };
    } else {
      joined.push(mark);
    }
  }
  return joined;
}

/**
 * Returns the Hangul syllable that two of its parts make, or nothing where they make none.
 * @param {string} letter
 * @param {string} mark
 */
function syllable(letter, mark) {
  const [leading, vowel] = [placeIn(LEADING, letter), placeIn(VOWEL, mark)];
  if (leading !== null && vowel !== null) {
    return String.fromCodePoint(SYLLABLE.first + (leading * VOWEL.count + vowel) * TRAILING.count);
  }
  const [open, trailing] = [placeIn(SYLLABLE, letter), placeIn(TRAILING, mark)];
  // The first place of the trailing consonants stands for none.
  if (open !== null && open % TRAILING.count === 0 && trailing) {
    return String.fromCodePoint(SYLLABLE.first + open + trailing);
  }
  return null;
}

/**
 * Returns the place of a character in a range, or nothing where it stands outside.
 * @param {{first: number, count: number}} range
 * @param {string} character
 */
function placeIn({ first, count }, character) {
  const place = /** @type {number} */ (character.codePointAt(0)) - first;
  return place >= 0 && place < count ? place : null;
}

/** @param {FoldedCharacter[]} characters */
function withoutThousandsSeparators(characters) {
  /** @param {number} index */
  const isDigit = (index) => /^[0-9]$/.test(characters[index]?.character ?? "");
  /** @param {number} index */
  const separates = (index) =>
    isDigit(index - 1) && [1, 2, 3].every((step) => isDigit(index + step)) && !isDigit(index + 4);
  return characters.filter(({ character }, index) => !(character === "," && separates(index)));
}

/**
 * Takes a comma for 、 and a period for 。, as some documents write them, whatever stands beside them: a query does not
 * show what it is cut out of.
 * @param {FoldedCharacter} place
 * @returns {FoldedCharacter}
 */
function withJapaneseMark(place) {
  const mark = JAPANESE_MARKS.get(place.character);
  return mark ? { ...place, character: mark } : place;
}
