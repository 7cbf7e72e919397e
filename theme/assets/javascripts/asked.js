// @ts-check
/** What a request asks for, word by word: what counts as it, and what does not. */

import { charactersOf, parseQuery } from "./query.js";
import { usualWord } from "./usual.js";

/** @import {Asked, Fold, Request, Spellings, Term, Unit, Vocabulary} from "./shapes.js" */

/**
 * Returns the things that a query asks for, and its unwanted terms.
 * @param {string} query
 * @param {Pick<Vocabulary, "fold" | "usual" | "names">} vocabulary
 * @returns {{asked: Asked[], unwanted: Term[]}}
 */
export function readQuery(query, { fold, usual, names }) {
  const { wanted, unwanted } = parseQuery(query, fold);
  /** @param {string[]} own */
  const withUsual = (own) => ({ own, usual: usualWord(usual, own) });
  const asked = names.unitsOf(wanted).map((unit) => {
    const words = unit.terms.map(({ characters }) => characters);
    return { ...unit, words: words.map(withUsual), others: othersOf(unit, words, fold).map(withUsual) };
  });
  return { asked, unwanted };
}

/**
 * Returns for each thing that a request asks for the spellings that find it.
 * @param {Request} request
 * @param {Pick<Vocabulary, "fold" | "usual" | "names">} vocabulary
 * @returns {Spellings[]}
 */
export function spellingsAsked({ query, aliases }, vocabulary) {
  return readQuery(query, vocabulary).asked.map(({ words, others }) => {
    const every = aliases ? [...words, ...others] : words;
    return { own: every.map(({ own }) => own), usual: aliases ? every.map(({ usual }) => usual) : [] };
  });
}

/**
 * Returns the spellings of what words stand for. One that holds all the words would add nothing.
 * @param {Unit} unit
 * @param {string[][]} words
 * @param {Fold} fold
 */
function othersOf({ meanings }, words, fold) {
  return meanings
    .flatMap(({ name }) => name.spellings)
    .map((spelling) => charactersOf(spelling, fold))
    .filter((spelling) => !words.every((word) => spelling.join("").includes(word.join(""))));
}
