// @ts-check
/** What a request asks for, word by word: what counts as it, and what does not. */

import { charactersOf, parseQuery } from "./query.js";

/** @import {Asked, Fold, Names, Request, Term, Unit} from "./shapes.js" */

/**
 * Returns the things that a query asks for, and its unwanted terms.
 * @param {string} query
 * @param {Fold} fold
 * @param {Names} names
 * @returns {{asked: Asked[], unwanted: Term[]}}
 */
export function readQuery(query, fold, names) {
  const { wanted, unwanted } = parseQuery(query, fold);
  const asked = names.unitsOf(wanted).map((unit) => {
    const words = unit.terms.map(({ characters }) => characters);
    return { ...unit, words, others: othersOf(unit, words, fold) };
  });
  return { asked, unwanted };
}

/**
 * Returns for each thing that a request asks for the spellings that find it.
 * @param {Request} request
 * @param {Fold} fold
 * @param {Names} names
 */
export function spellingsAsked({ query, aliases }, fold, names) {
  return readQuery(query, fold, names).asked.map(({ words, others }) => (aliases ? [...words, ...others] : words));
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
