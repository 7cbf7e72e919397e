// @ts-check
/** The index of the documents' words, asked through Pagefind's public interface. */

import { areaAt, phraseOf } from "./tokens.js";

/** @import {Places, Requests, StoredDocuments} from "./shapes.js" */

/**
 * @param {any} pagefind its module
 * @param {StoredDocuments} documents
 * @param {Requests} requests of this worker
 */
export function createTextIndex(pagefind, { rooms, ids }, requests) {
  /** @type {any} */
  let instance;
  const places = new Map(ids.rests.split(" ").map((rest, place) => [ids.prefix + rest, place]));

  /** @param {string} id */
  function placeOf(id) {
    const place = places.get(id);
    if (place === undefined) {
      throw new Error(`the index and search/documents.json are of two builds: ${id}`);
    }
    return place;
  }

  /**
   * @param {string} phrase
   * @returns {Promise<Places>}
   */
  async function placesOf(phrase) {
    /** @type {{results: {id: string, words: number[]}[]}} */
    const { results } = await (instance ??= pagefind.createInstance({})).search(phrase);
    return new Map(results.map(({ id, words }) => [placeOf(id), areaAt(words[0], rooms)]));
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
     * @returns {Promise<Places[]>}
     */
    find: (words) => attempt(words).catch(() => attempt(words)),
  };
}
