// @ts-check
/** Which documents answer, and in what order. A document is its place in the order of all, the newest first. */

/** @import {Hit, Hold, Holds, Order, Places} from "./shapes.js" */

/** What finds a document: the words themselves, only a variant of them (髙 for 高, ㈱ for 株式会社), or only another name. */
export const ADDED = { none: 0, variant: 1, name: 2 };

/**
 * Returns the documents in which all words of a thing stand, those in which they do in some variant, and those in which
 * only another spelling of the thing does.
 * @param {Places[]} words where each word stands
 * @param {Places[]} variants where each word stands, or a variant of it
 * @param {Places[]} others where each other spelling stands, or a variant of it
 * @returns {Holds}
 */
export function holdsOf(words, variants, others) {
  /** @type {Holds} */
  const holds = new Map();
  inAll(words).forEach((rank, place) => holds.set(place, { rank, added: ADDED.none }));
  inAll(variants).forEach((rank, place) => holds.set(place, holds.get(place) ?? { rank, added: ADDED.variant }));
  joined(...others).forEach((rank, place) => holds.set(place, holds.get(place) ?? { rank, added: ADDED.name }));
  return holds;
}

/**
 * Returns where all words of a thing stand. The rank sums up the areas of the words: a word in the title counts before a
 * name, a name before a passing mention.
 * @param {Places[]} words
 * @returns {Places}
 */
function inAll([first, ...rest]) {
  const both = [...first].filter(([place]) => rest.every((places) => places.has(place)));
  const rankAt = (/** @type {number} */ place, /** @type {number} */ area) =>
    rest.reduce((sum, places) => sum + /** @type {number} */ (places.get(place)), area);
  return new Map(both.map(([place, area]) => [place, rankAt(place, area)]));
}

/**
 * Returns where any of some words stands, and the best area it stands in there.
 * @param {Places[]} words
 * @returns {Places}
 */
export function joined(...words) {
  /** @type {Places} */
  const places = new Map();
  for (const [place, area] of words.flatMap((word) => [...word])) {
    places.set(place, Math.min(area, places.get(place) ?? area));
  }
  return places;
}

/**
 * Returns the documents in which the words themselves stand.
 * @param {Holds} holds
 * @returns {Holds}
 */
export function withoutAdded(holds) {
  return new Map([...holds].filter(([, { added }]) => added === ADDED.none));
}

/**
 * Returns how many documents were found in one way.
 * @param {Holds} holds
 * @param {number} how
 */
export function countOf(holds, how) {
  return [...holds.values()].filter(({ added }) => added === how).length;
}

/**
 * Returns the documents that hold every thing and no unwanted word, the newest first; all but those with an unwanted
 * word where nothing is wanted.
 * @param {Holds[]} things
 * @param {Places[]} unwanted
 * @param {number} size how many documents there are
 * @returns {Hit[]}
 */
export function hitsOf(things, unwanted, size) {
  /** @type {Hit[]} */
  const hits = [];
  for (let place = 0; place < size; place += 1) {
    const held = things.map((holds) => holds.get(place));
    if (!held.includes(undefined) && !unwanted.some((places) => places.has(place))) {
      const all = /** @type {Hold[]} */ (held);
      const rank = all.reduce((sum, hold) => sum + hold.rank, 0);
      hits.push({ place, rank, added: Math.max(ADDED.none, ...all.map((hold) => hold.added)) });
    }
  }
  return hits;
}

/** @type {Record<Order, (one: Hit, other: Hit) => number>} */
const ORDERS = {
  relevance: (one, other) => one.added - other.added || one.rank - other.rank || one.place - other.place,
  newest: (one, other) => one.place - other.place,
  oldest: (one, other) => other.place - one.place,
};

/**
 * Returns hits in an order: by relevance, what holds the words themselves comes before what variants and then other
 * names add, and the newest first where nothing else decides.
 * @param {Hit[]} hits
 * @param {Order} order
 */
export function ordered(hits, order) {
  return [...hits].sort(ORDERS[order]);
}
