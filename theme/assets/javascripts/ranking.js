// @ts-check
/** Which documents answer, and in what order. A document is its place in the order of all, the newest first. */

/** @import {Hit, Hold, Holds, Order, Places} from "./shapes.js" */

/**
 * Returns the documents in which all words of a thing stand, and those in which only another spelling of it does. The
 * rank sums up the areas of the words: a word in the title counts before a name, a name before a passing mention.
 * @param {Places[]} words where each word stands
 * @param {Places[]} others where each other spelling stands
 * @returns {Holds}
 */
export function holdsOf(words, others) {
  /** @type {Holds} */
  const holds = new Map();
  const [first, ...rest] = words;
  for (const [place, area] of first) {
    if (rest.every((places) => places.has(place))) {
      const rank = rest.reduce((sum, places) => sum + /** @type {number} */ (places.get(place)), area);
      holds.set(place, { rank, added: false });
    }
  }
  for (const places of others) {
    for (const [place, rank] of places) {
      const known = holds.get(place);
      if (known === undefined || (known.added && rank < known.rank)) {
        holds.set(place, { rank, added: true });
      }
    }
  }
  return holds;
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
      hits.push({ place, rank, added: all.some((hold) => hold.added) });
    }
  }
  return hits;
}

/** @type {Record<Order, (one: Hit, other: Hit) => number>} */
const ORDERS = {
  relevance: (one, other) => Number(one.added) - Number(other.added) || one.rank - other.rank || one.place - other.place,
  newest: (one, other) => one.place - other.place,
  oldest: (one, other) => other.place - one.place,
};

/**
 * Returns hits in an order: by relevance, what holds the words themselves comes before what another spelling adds,
 * and the newest first where nothing else decides.
 * @param {Hit[]} hits
 * @param {Order} order
 */
export function ordered(hits, order) {
  return [...hits].sort(ORDERS[order]);
}
