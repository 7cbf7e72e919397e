// @ts-check
/** What the search and its suggestions share: the folding, the usual forms and the registered names. */

import { createFold } from "./fold.js";
import { loadJson } from "./load.js";
import { createNames } from "./names.js";
import { createUsual, createWholeForms } from "./usual.js";

/** @import {StoredNames, Tables, Titles, Vocabulary} from "./shapes.js" */

/**
 * Loads the vocabulary of a site. Throws where it cannot be loaded.
 * @param {URL} siteRoot
 * @returns {Promise<Vocabulary>}
 */
export async function loadVocabulary(siteRoot) {
  /** @type {[Tables, {names: StoredNames, titles: Titles}]} */
  const [tables, { names, titles }] = await Promise.all([
    loadJson(new URL("search/folding.json", siteRoot)),
    loadJson(new URL("search/names.json", siteRoot)),
  ]);
  const fold = createFold(tables);
  const usual = createUsual(tables.usual);
  const all = names.flatMap(({ kind, entries }) =>
    entries.map(([name, reading, address, others = [], alsoCalled = []]) => {
      return { kind, name, reading, address, spellings: [name, ...others], alsoCalled };
    }),
  );
  return { fold, usual, wholeForms: createWholeForms(tables.usual), names: createNames(all, fold, usual), titles };
}
