// @ts-check
/** The tokens a text is looked up by: the browser's half of generator/site/search/tokens.py. */

/** @param {string} character */
function code(character) {
  return /** @type {number} */ (character.codePointAt(0)).toString(36).padStart(4, "0");
}

/**
 * Returns the quoted phrase that Pagefind finds where exactly these characters follow one another: pairs of an even
 * number of characters, threes of an odd one, each beginning at every second character.
 * @param {string[]} characters folded, at least one
 */
export function phraseOf(characters) {
  const codes = characters.map(code);
  const length = codes.length === 1 ? 1 : 2 + (codes.length % 2);
  const starts = Array.from({ length: Math.ceil((codes.length - length + 1) / 2) }, (_, index) => 2 * index);
  return `"${starts.map((start) => codes.slice(start, start + length).join("")).join(" ")}"`;
}

/**
 * Returns the area that a position lies in, the most telling first: 0 title and subtitle, 1 names, 2 all the rest.
 * @param {number} position
 * @param {number[]} rooms how many positions each area has, but the last
 */
export function areaAt(position, rooms) {
  let area = 0;
  for (let end = 0; area < rooms.length; area += 1) {
    end += rooms[area];
    if (position < end) {
      break;
    }
  }
  return area;
}
