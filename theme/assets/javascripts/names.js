// @ts-check
/** The registered names, and what readers type for them. */

import { textOf } from "./fold.js";

/** @import {Fold, How, Meaning, Name, Term, Unit, Usual} from "./shapes.js" */

const FROM_KATAKANA = 0x60;

/**
 * @param {Name[]} entries
 * @param {Fold} fold
 * @param {Usual} usual
 */
export function createNames(entries, fold, usual) {
  /**
   * Returns the form in which names are compared: folded, in usual form, and katakana no different from hiragana.
   * @param {string} text
   */
  const keyOf = (text) => hiragana(textOf(usual(fold(text))));

  /** @type {Map<string, Map<Name, How>>} */
  const meanings = new Map();
  /** @param {string} text @param {Name} name @param {How} how */
  function learn(text, name, how) {
    const known = meanings.get(keyOf(text)) ?? new Map();
    // What is learnt first stays: that a word is the name itself says more than that it is the reading too.
    meanings.set(keyOf(text), known.has(name) ? known : known.set(name, how));
  }
  for (const entry of entries) {
    learn(entry.name, entry, "name");
    [...entry.spellings, ...entry.alsoCalled].forEach((text) => learn(text, entry, "alias"));
    learn(entry.reading, entry, "reading");
  }

  const longestName = Math.max(1, ...entries.flatMap(spellingsOf).map((text) => text.split(" ").length));
  const keys = new Map(entries.map((name) => [name, spellingsOf(name).map(keyOf)]));
  /** @param {Name} name */
  const keysOf = (name) => keys.get(name) ?? [];

  /** @param {Term[]} terms @returns {Meaning[]} */
  function meaningsOf(terms) {
    const text = terms.map((term) => term.text).join(" ");
    return [...(meanings.get(keyOf(text)) ?? [])].map(([name, how]) => ({ name, how }));
  }

  return {
    keyOf,

    /**
     * Groups terms into what a reader takes for one: the longest runs of words that together are a registered name
     * (Cisco Systems), and every other term alone.
     * @param {Term[]} terms
     * @returns {Unit[]}
     */
    unitsOf(terms) {
      /** @type {Unit[]} */
      const units = [];
      for (let start = 0; start < terms.length; ) {
        let end = start + Math.min(1 + runLength(terms.slice(start)), longestName);
        while (end > start + 1 && meaningsOf(terms.slice(start, end)).length === 0) {
          end -= 1;
        }
        const unit = terms.slice(start, end);
        units.push({ terms: unit, meanings: meaningsOf(unit) });
        start = end;
      }
      return units;
    },

    /**
     * Returns the names that begin with what is typed, and then those that hold it: in their own or another spelling, or
     * by their reading.
     * @param {string} typed
     */
    beginningOrHolding(typed) {
      const key = keyOf(typed);
      const begins = entries.filter((name) => keysOf(name).some((each) => each.startsWith(key)));
      const holds = entries.filter((name) => keysOf(name).some((each) => each.includes(key)));
      return [...new Set([...begins, ...holds])];
    },

    /** All names in their order. */
    entries,
  };
}

/**
 * Returns how many of the terms after the first can belong to a run with it: words, not phrases.
 * @param {Term[]} terms
 */
function runLength(terms) {
  const quoted = terms.findIndex((term) => term.quoted);
  return Math.max(0, (quoted < 0 ? terms.length : quoted) - 1);
}

/** @param {Name} name */
function spellingsOf({ reading, spellings, alsoCalled }) {
  return [reading, ...spellings, ...alsoCalled];
}

/** @param {string} text */
function hiragana(text) {
  return text.replace(/[ァ-ヶ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - FROM_KATAKANA));
}
