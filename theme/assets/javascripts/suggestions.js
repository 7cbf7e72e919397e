// @ts-check
/** What the search box suggests while one types: consultations by number or title, and registered names. */

import { foldedText, textOf } from "./fold.js";
import { loadJson } from "./load.js";

/** @import {Suggestion, Vocabulary} from "./shapes.js" */
/** @typedef {{number: number, title: string, address: string, folded: string}} Title */

const MOST_NAMES = 6;
const MOST_CONSULTATIONS = 4;

/**
 * @param {URL} siteRoot
 * @param {Vocabulary} vocabulary
 */
export function createSuggestions(siteRoot, { fold, usual, names, titles }) {
  /** @param {string} text */
  const inUsualForm = (text) => textOf(usual(fold(text)));
  /** @type {Map<number, Promise<Title[]>>} */
  const loading = new Map();

  /**
   * @param {number} file
   * @returns {Promise<Title[]>}
   */
  function titlesIn(file) {
    const loaded = loading.get(file) ?? load(file);
    loading.set(file, loaded);
    loaded.catch(() => loading.delete(file));
    return loaded;
  }

  /** @param {number} file */
  async function load(file) {
    /** @type {[number, string, string, string][]} */
    const stored = await loadJson(new URL(`search/titles/${file}.json`, siteRoot));
    return stored.map(([number, title, subtitle, address]) => ({
      number,
      address,
      title: subtitle ? `${title}（${subtitle}）` : title,
      folded: [title, subtitle].flatMap((text) => [foldedText(fold, text), inUsualForm(text)]).join("\n"),
    }));
  }

  /**
   * Yields the consultations whose number begins with the digits typed, or whose title holds the words, the newest first;
   * the one that has exactly this number comes before all others.
   * @param {string} text as typed
   */
  async function* consultations(text) {
    const [typed, usually] = [foldedText(fold, text), inUsualForm(text)];
    const digits = /^(?:諮問)?第?([0-9]+)号?$/u.exec(typed)?.[1];
    const file = Math.floor(Number(digits) / titles.numbersPerFile);
    const exact = titles.files.includes(file) ? (await titlesIn(file)).find(({ number }) => `${number}` === digits) : undefined;
    if (exact) {
      yield exact;
    }
    for (const each of titles.files) {
      for (const title of await titlesIn(each)) {
        const holds = title.folded.includes(typed) || title.folded.includes(usually);
        if (title !== exact && (holds || (digits && `${title.number}`.startsWith(digits)))) {
          yield title;
        }
      }
    }
  }

  return {
    /**
     * Returns what is suggested for what has been typed so far.
     * @param {string} text
     * @returns {Promise<Suggestion[]>}
     */
    async suggest(text) {
      if (!foldedText(fold, text)) {
        return [];
      }
      const named = names.beginningOrHolding(text).slice(0, MOST_NAMES);
      const found = [];
      for await (const { number, title, address } of consultations(text)) {
        found.push({ kind: "諮問", text: `諮問第${number}号 ${title}`, address });
        if (found.length === MOST_CONSULTATIONS) {
          break;
        }
      }
      return [...named.map(({ kind, name, address }) => ({ kind, text: name, address })), ...found];
    },
  };
}
