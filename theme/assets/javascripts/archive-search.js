// @ts-check
/** The search itself: what the build wrote for it, asked through Pagefind's public interface. */

import { createFold } from "./fold.js";
import { termsOf } from "./query.js";
import { phrase } from "./tokens.js";

/** @typedef {import("./excerpts.js").Block} Block */
/**
 * A document as search/text/NUMBER.json holds it.
 * @typedef {{address: string, number: number, title: string, subtitle: string | null, date: string, date_text: string,
 *   blocks: Block[]}} Text
 */
/** @typedef {{terms: import("./query.js").Term[], numbers: number[]}} Answer the documents found, the newest first */

/**
 * Loads what every search needs. Throws where something cannot be loaded.
 * @param {URL} siteRoot
 */
export async function openSearch(siteRoot) {
  /** @type {[any, import("./fold.js").Tables, [string, number][]]} */
  const [pagefind, tables, documents] = await Promise.all([
    import(new URL("pagefind/pagefind.js", siteRoot).href),
    loadJson(new URL("search/folding.json", siteRoot)),
    loadJson(new URL("search/documents.json", siteRoot)),
  ]);
  const fold = createFold(tables);

  /** @param {import("./query.js").Term} term */
  async function resultsOf({ characters }) {
    const wanted = phrase(characters);
    const found = await idsOf(pagefind.search(wanted));
    if (found.size > 0) {
      return found;
    }
    // Pagefind also finds nothing, and says nothing, where a part of its index failed to load. That a word stands
    // nowhere is believed only when a fresh instance, which loads everything anew or throws, finds nothing either.
    const fresh = pagefind.createInstance({});
    try {
      return await idsOf(fresh.search(wanted));
    } finally {
      await fresh.destroy();
    }
  }

  return {
    fold,

    /**
     * Finds the documents in which every term of the query stands, each within one block.
     * @param {string} query
     * @returns {Promise<Answer>}
     */
    async search(query) {
      const terms = termsOf(query, fold);
      const results = await Promise.all(terms.map(resultsOf));
      const found = documents.filter(([id]) => results.length > 0 && results.every((ids) => ids.has(id)));
      return { terms, numbers: found.map(([, number]) => number) };
    },

    /**
     * Loads the text of a document.
     * @param {number} number
     * @returns {Promise<Text>}
     */
    text: (number) => loadJson(new URL(`search/text/${number}.json`, siteRoot)),
  };
}

/** @param {Promise<{results: {id: string}[]}>} answer */
async function idsOf(answer) {
  const { results } = await answer;
  return new Set(results.map(({ id }) => id));
}

/** @param {URL} address */
async function loadJson(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address}: ${response.status}`);
  }
  return response.json();
}
