// @ts-check
/** The index of the documents' words, asked through Pagefind's public interface. */

import { areaAt, phraseOf } from "./tokens.js";

/** @import {Phrase, Requests, StoredDocuments} from "./shapes.js" */

/**
 * @param {any} pagefind its module
 * @param {StoredDocuments} documents
 * @param {Requests} requests of this worker
 */
export function createTextIndex(pagefind, { rooms, ids, usual }, requests) {
  /** @type {any} */
  let instance;
  const places = new Map(ids.rests.split(" ").map((rest, place) => [ids.prefix + rest, place]));
  const usualRests = usual.rests.split(" ");
  let last = -1;
  const usualPlaces = new Map(usual.steps.map((step, index) => [ids.prefix + usualRests[index], (last += step)]));

  /**
   * @param {string} phrase
   * @returns {Promise<Phrase>}
   */
  async function placesOf(phrase) {
    /** @type {{results: {id: string, words: number[]}[]}} */
    const { results } = await (instance ??= pagefind.createInstance({})).search(phrase);
    const found = { own: new Map(), usual: new Map() };
    for (const { id, words } of results) {
      const place = places.get(id) ?? usualPlaces.get(id);
      if (place === undefined) {
        throw new Error(`the index and search/documents.json are of two builds: ${id}`);
      }
      (places.has(id) ? found.own : found.usual).set(place, areaAt(words[0], rooms));
    }
    return found;
  }

  /**
   * Finds where each of some words stands. Throws where a part of the index is missing, and begins anew the next time:
   * Pagefind remembers what it could not load, and does not try again.
   * @param {string[][]} words
   */
  async function attempt(words) {
    const failedBefore = requests.failed();
    try {
      const found = await Promise.all(words.map((word) => placesOf(phraseOf(word))));
      if (requests.failed() > failedBefore) {
        throw new Error("a part of the index cannot be loaded");
      }
      return found;
    } catch (error) {
      instance = undefined;
      throw error;
    }
  }

  return {
    /**
     * Finds where each of some words stands, all within one block of text. What fails is tried once more.
     * @param {string[][]} words each in folded characters
     * @returns {Promise<Phrase[]>}
     */
    find: (words) => attempt(words).catch(() => attempt(words)),
  };
}
