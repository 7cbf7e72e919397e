// @ts-check
/**
 * The search itself: which consultations answer a request, why, and in what order. It runs in a worker (search-worker.js),
 * so that a page can be used while it works; a page asks it through archive-search.js.
 */

import { writeRequest } from "./address.js";
import { readQuery, spellingsAsked } from "./asked.js";
import { excerptsOf, marked } from "./excerpts.js";
import { createFacets } from "./facets.js";
import { loadJson } from "./load.js";
import { readerOf } from "./matches.js";
import { ADDED, countOf, hitsOf, holdsOf, joined, ordered, withoutAdded } from "./ranking.js";
import { createTextIndex } from "./text-index.js";

/** @import {Answer, Found, Phrase, Request, Requests, Spellings, StoredDocuments, StoredText, Vocabulary, Word, Worked} from "./shapes.js" */

/**
 * Loads what every search needs. Throws where something cannot be loaded.
 * @param {URL} siteRoot
 * @param {Promise<Vocabulary>} vocabulary
 * @param {Requests} requests of this worker
 */
export async function openEngine(siteRoot, vocabulary, requests) {
  /** @type {[Vocabulary, any, StoredDocuments]} */
  const [known, pagefind, documents] = await Promise.all([
    vocabulary,
    import(new URL("pagefind/pagefind.js", siteRoot).href),
    loadJson(new URL("search/documents.json", siteRoot)),
  ]);
  const numbers = documents.numbers.flatMap(([first, count]) => Array.from({ length: count }, (_, step) => first - step));
  const index = createTextIndex(pagefind, documents, requests);
  const facets = createFacets(siteRoot, numbers.length);
  const read = readerOf(known);
  /** @type {{key: string, answer: Promise<Worked>} | undefined} */
  let latest;

  /**
   * Answers a request, or gives the answer again if it is the latest.
   * @param {Request} request
   */
  function worked(request) {
    const key = `${writeRequest(request)}`;
    if (latest?.key !== key) {
      const own = { key, answer: work(request) };
      latest = own;
      own.answer.catch(() => {
        latest = latest === own ? undefined : latest;
      });
    }
    return latest.answer;
  }

  /**
   * @param {Request} request
   * @returns {Promise<Worked>}
   */
  async function work(request) {
    const { asked, unwanted } = readQuery(request.query, known);
    const excluded = unwanted.map(({ characters }) => characters);
    const spellings = asked.flatMap((thing) => [...thing.words, ...(request.aliases ? thing.others : [])]);
    const [found, chosen] = await Promise.all([
      placesOf(index, [...spellings.flatMap(({ own, usual }) => [own, usual, known.wholeForms(usual)]), ...excluded]),
      facets.masksOf(request.selected),
    ]);
    const ownly = (/** @type {Word} */ { own }) => found(own).own;
    const anyhow = (/** @type {Word} */ { own, usual }) =>
      joined(found(own).own, found(usual).own, found(known.wholeForms(usual)).usual);
    const all = asked.map(({ words: own, others }) => {
      return holdsOf(own.map(ownly), own.map(anyhow), request.aliases ? others.map(anyhow) : []);
    });
    const things = request.aliases ? all : all.map((holds) => withoutAdded(holds));
    const hits = hitsOf(things, excluded.map((word) => found(word).own), numbers.length);
    const left = hits.filter(({ place }) => [...chosen.values()].every((mask) => mask[place]));
    const results = ordered(left, request.order);
    return {
      asked: asked.map((thing, position) => ({
        ...thing,
        count: things[position].size,
        variants: countOf(all[position], ADDED.variant),
      })),
      unwanted,
      numbers: Int32Array.from(results, ({ place }) => numbers[place]),
      added: Uint8Array.from(results, ({ added }) => added),
      found: maskOf(hits, numbers.length),
      chosen,
    };
  }

  /**
   * @param {number} number
   * @param {number} added
   * @param {Spellings[]} asked
   * @returns {Promise<Found>}
   */
  async function shown(number, added, asked) {
    /** @type {StoredText} */
    const { sections, ...text } = await loadJson(new URL(`search/text/${number}.json`, siteRoot));
    const [head, ...body] = sections;
    const title = marked(text.title, asked, read);
    const subtitle = marked(text.subtitle ?? "", asked, read);
    // What is found in the title is marked there, and need not be shown once more.
    const isMarked = [...title, ...subtitle].some((part) => part.marked);
    const { excerpts, more } = excerptsOf(isMarked ? body : sections, asked, read);
    const anchor = isMarked ? head.anchor : (excerpts[0]?.anchor ?? "");
    return { ...text, title, subtitle, added, anchor, excerpts, more };
  }

  return {
    /**
     * Answers a request: the consultations in which all that is wanted stands, each thing within one block of text,
     * and nothing that is unwanted, and that have one of the values of every facet chosen.
     * @param {Request} request
     * @returns {Promise<Answer>}
     */
    async answer(request) {
      const { found, chosen, ...answer } = await worked(request);
      return answer;
    },

    /**
     * Returns some of the consultations that answer a request, as they are shown.
     * @param {Request} request
     * @param {number} from the rank of the first, counted from 0
     * @param {number} to the rank after the last
     */
    async results(request, from, to) {
      const { numbers: found, added } = await worked(request);
      const asked = spellingsAsked(request, known);
      const some = [...found.slice(from, to)];
      return Promise.all(some.map((number, index) => shown(number, added[from + index], asked)));
    },

    /**
     * Returns the values of a facet in the order they are shown, and how many consultations would be left with each,
     * beside what is asked and what is chosen in the other facets.
     * @param {Request} request
     * @param {string} facet
     */
    async counts(request, facet) {
      const { found, chosen } = await worked(request);
      const others = [...chosen].filter(([name]) => name !== facet).map(([, mask]) => mask);
      return facets.countsOf(facet, [found, ...others]);
    },
  };
}

/**
 * Looks words up, each once, and returns the way to ask where one of them stands.
 * @param {ReturnType<typeof createTextIndex>} index
 * @param {string[][]} words
 * @returns {Promise<(word: string[]) => Phrase>}
 */
async function placesOf(index, words) {
  const different = new Map(words.map((characters) => [characters.join(""), characters]));
  const found = await index.find([...different.values()]);
  const places = new Map([...different.keys()].map((word, position) => [word, found[position]]));
  return (word) => /** @type {Phrase} */ (places.get(word.join("")));
}

/**
 * @param {{place: number}[]} hits
 * @param {number} size
 */
function maskOf(hits, size) {
  const mask = new Uint8Array(size);
  hits.forEach(({ place }) => (mask[place] = 1));
  return mask;
}
