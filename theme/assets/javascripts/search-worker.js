// @ts-check
/** Answers the pages' questions (archive-search.js), one message each. */

import { openEngine } from "./engine.js";
import { watchRequests } from "./requests.js";
import { siteRoot } from "./site.js";
import { loadVocabulary } from "./vocabulary.js";

/** @import {Request} from "./shapes.js" */

/**
 * Returns a way to get what is loaded once, and anew after a failure.
 * @template Kind
 * @param {() => Promise<Kind>} load
 */
function once(load) {
  /** @type {Promise<Kind> | undefined} */
  let loading;
  return () => {
    loading ??= load();
    loading.catch(() => (loading = undefined));
    return loading;
  };
}

const requests = watchRequests(globalThis, new URL("pagefind/", siteRoot));
const vocabulary = once(() => loadVocabulary(siteRoot));
const engine = once(() => openEngine(siteRoot, vocabulary(), requests));
const suggestions = once(async () => {
  const { createSuggestions } = await import("./suggestions.js");
  return createSuggestions(siteRoot, await vocabulary());
});

/** @type {Record<string, (...questions: any[]) => Promise<unknown>>} */
const answers = {
  answer: async (/** @type {Request} */ request) => (await engine()).answer(request),
  results: async (/** @type {Request} */ request, /** @type {number} */ from, /** @type {number} */ to) =>
    (await engine()).results(request, from, to),
  counts: async (/** @type {Request} */ request, /** @type {string} */ facet) => (await engine()).counts(request, facet),
  suggest: async (/** @type {string} */ text) => (await suggestions()).suggest(text),
  nearest: async (/** @type {string} */ word) => {
    const [{ nearestNames }, { names }] = await Promise.all([import("./nearest.js"), vocabulary()]);
    return nearestNames(word, names.entries, names.keyOf);
  },
};

addEventListener("message", async ({ data: { id, question, details } }) => {
  try {
    postMessage({ id, answer: await answers[question](...details) });
  } catch (error) {
    postMessage({ id, failure: `${error}` });
  }
});
