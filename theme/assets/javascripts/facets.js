// @ts-check
/** What the documents are divided by, and how many of those found have each value. */

import { loadJson } from "./load.js";

/** @import {Counted, Mask, StoredValue, Value} from "./shapes.js" */

/**
 * @param {URL} siteRoot
 * @param {number} size how many documents there are
 */
export function createFacets(siteRoot, size) {
  /** @type {Map<string, Promise<Value[]>>} */
  const loading = new Map();

  /**
   * Returns the values of a facet in the order they are shown. Throws where they cannot be loaded.
   * @param {string} facet
   */
  function valuesOf(facet) {
    const values = loading.get(facet) ?? load(new URL(`search/facets/${facet}.json`, siteRoot));
    loading.set(facet, values);
    // What has failed once may be there the next time.
    values.catch(() => loading.delete(facet));
    return values;
  }

  return {
    /**
     * Returns for each facet the documents that have any of the values chosen.
     * @param {Map<string, string[]>} selected
     * @returns {Promise<Map<string, Mask>>}
     */
    async masksOf(selected) {
      const masks = [...selected].map(async ([facet, keys]) => {
        return /** @type {const} */ ([facet, maskOf(await valuesOf(facet), keys, size)]);
      });
      return new Map(await Promise.all(masks));
    },

    /**
     * Returns the values of a facet in the order they are shown, and how many documents of all masks have each.
     * @param {string} facet
     * @param {Mask[]} masks
     * @returns {Promise<Counted[]>}
     */
    async countsOf(facet, masks) {
      const all = maskOfAll(masks, size);
      const values = await valuesOf(facet);
      return values.map(({ places, ...value }) => ({ ...value, count: places.reduce((sum, place) => sum + all[place], 0) }));
    },
  };
}

/**
 * @param {URL} address
 * @returns {Promise<Value[]>}
 */
async function load(address) {
  /** @type {StoredValue[]} */
  const stored = await loadJson(address);
  const values = stored.map(({ key, name, within, steps }) => {
    let place = -1;
    return { key, name, within, places: steps.map((step) => (place += step)) };
  });
  return values.map((value) => ({ ...value, places: [...new Set([value, ...innerOf(value, values)].flatMap(placesOf))] }));
}

/**
 * Returns the values within a value. It holds what they hold, and its own steps need not say so again.
 * @param {Value} value
 * @param {Value[]} values
 */
function innerOf(value, values) {
  return values.filter(({ within }) => within === value.key);
}

/** @param {Value} value */
function placesOf({ places }) {
  return places;
}

/**
 * @param {Value[]} values
 * @param {string[]} keys
 * @param {number} size
 */
function maskOf(values, keys, size) {
  const mask = new Uint8Array(size);
  for (const { places } of values.filter(({ key }) => keys.includes(key))) {
    places.forEach((place) => (mask[place] = 1));
  }
  return mask;
}

/**
 * @param {Mask[]} masks
 * @param {number} size
 */
function maskOfAll(masks, size) {
  return new Uint8Array(size).map((_, place) => (masks.every((mask) => mask[place]) ? 1 : 0));
}
