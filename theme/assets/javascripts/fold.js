// @ts-check
/**
 * The form of a text that serves matching: the browser's copy of generator/japanese/fold.py.
 *
 * The tables are not written here: the build writes them to search/folding.json from the original. Beyond what fold.py
 * does, every folded character remembers where it stands in the text, so that a match can be shown in its own words.
 */

/** @typedef {{lookAlikes: Record<string, string>, dashes: string}} Tables */
/** @typedef {{character: string, start: number, end: number}} FoldedCharacter start and end in the text it came from */
/** @typedef {(text: string) => FoldedCharacter[]} Fold */

const JAPANESE = /[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const SPACE = /\s/u;
const DIGIT = /[0-9]/;
const MARK = /\p{M}/u;
// A character and what combines with it, the half-width voicing marks (ｶﾞ) too: the pieces that normalise alone.
const UNIT = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[\p{M}\uff9e\uff9f]+/gsu;

/**
 * Returns the folding that goes by the given tables.
 * @param {Tables} tables
 * @returns {Fold}
 */
export function createFold({ lookAlikes, dashes }) {
  const plain = new Map([...Object.entries(lookAlikes), ...[...dashes].map((dash) => [dash, "-"])]);

  /** @param {string} unit */
  function normalise(unit) {
    let text = unit;
    for (;;) {
      const replaced = [...text.normalize("NFKC")].map((character) => plain.get(character) ?? character).join("");
      const normal = replaced.toLowerCase().normalize("NFKC");
      if (normal === text) {
        return normal;
      }
      text = normal;
    }
  }

  return (text) => {
    const normal = [...text.matchAll(UNIT)].flatMap(({ 0: unit, index: start }) =>
      [...normalise(unit)].map((character) => ({ character, start, end: start + unit.length })),
    );
    return withoutThousandsSeparators(closedUp(normal));
  };
}

/**
 * Drops white space beside Japanese characters and at both ends, and leaves one space where other white space stands.
 * @param {FoldedCharacter[]} characters
 */
function withSingleSpaces(characters) {
  /** @type {FoldedCharacter[]} */
  const kept = [];
  for (let index = 0; index < characters.length; ) {
    const first = index;
    while (index < characters.length && SPACE.test(characters[index].character)) {
      index += 1;
    }
    if (index === first) {
      kept.push(characters[index]);
      index += 1;
    } else if (isOther(characters[first - 1]) && isOther(characters[index])) {
      kept.push({ ...characters[first], character: " " });
    }
  }
  return kept;
}

/** @param {FoldedCharacter | undefined} neighbour */
function isOther(neighbour) {
  return neighbour !== undefined && !JAPANESE.test(neighbour.character);
}

/**
 * Drops and composes until nothing changes any more.
 * @param {FoldedCharacter[]} characters
 * @returns {FoldedCharacter[]}
 */
function closedUp(characters) {
  const closer = composed(withSingleSpaces(characters));
  return textOf(closer) === textOf(characters) ? closer : closedUp(closer);
}

/** @param {FoldedCharacter[]} characters */
function textOf(characters) {
  return characters.map(({ character }) => character).join("");
}

/**
 * Joins letters with the marks that a dropped space has brought beside them, as in カ゛.
 * @param {FoldedCharacter[]} characters
 */
function composed(characters) {
  /** @type {FoldedCharacter[][]} */
  const units = [];
  for (const character of characters) {
    if (units.length > 0 && MARK.test(character.character)) {
      units[units.length - 1].push(character);
    } else {
      units.push([character]);
    }
  }
  return units.flatMap((unit) => {
    const text = textOf(unit);
    const normal = text.normalize("NFC");
    const place = { start: unit[0].start, end: unit[unit.length - 1].end };
    return normal === text ? unit : [...normal].map((character) => ({ character, ...place }));
  });
}

/** @param {FoldedCharacter[]} characters */
function withoutThousandsSeparators(characters) {
  /** @param {number} index */
  const isDigit = (index) => DIGIT.test(characters[index]?.character ?? "");
  return characters.filter(({ character }, index) => {
    const thousands = [1, 2, 3].every((step) => isDigit(index + step)) && !isDigit(index + 4);
    return !(character === "," && isDigit(index - 1) && thousands);
  });
}
