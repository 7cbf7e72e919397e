// @ts-check
/** The best sections of a document for what was asked, shown in the document's own words. */

import { matchesOfThing, merged } from "./matches.js";

/** @import {Excerpt, Match, Part, Read, Section, Spellings} from "./shapes.js" */

const PHRASE_BREAK = "\n";
const MOST_EXCERPTS = 3;
const CHARACTERS_BEFORE = 30;
const CHARACTERS_AFTER = 70;

/**
 * Returns at most three excerpts, each of another section, the best first: those with most of what was asked for, then
 * in the order of the document. Where there is room, each thing asked for is among them.
 * @param {Section[]} sections
 * @param {Spellings[]} asked
 * @param {Read} read
 * @returns {{excerpts: Excerpt[], more: number}} and how many more sections hold something of it
 */
export function excerptsOf(sections, asked, read) {
  const found = sections
    .map((section) => ({ section, best: bestBlock(section, asked, read) }))
    .flatMap(({ section, best }) => (best ? [{ section, ...best }] : []))
    .sort((one, other) => other.held.size - one.held.size);
  const firstOfEach = asked.flatMap((_, thing) => found.find(({ held }) => held.has(thing)) ?? []);
  const chosen = new Set([...new Set([...found.slice(0, 1), ...firstOfEach, ...found])].slice(0, MOST_EXCERPTS));
  return {
    excerpts: found
      .filter((candidate) => chosen.has(candidate))
      .map(({ section: { anchor, name }, block, matches }) => ({ anchor, name, parts: cut(block, merged(matches)) })),
    more: found.length - chosen.size,
  };
}

/**
 * Returns a text with its matches marked.
 * @param {string} text
 * @param {Spellings[]} asked
 * @param {Read} read
 * @returns {Part[]}
 */
export function marked(text, asked, read) {
  return partsOf(text, merged(matchesIn(text, asked, read).flat()), 0, text.length);
}

/**
 * Returns the block of a section that holds most of what was asked for, or undefined where none holds anything.
 * @param {Section} section
 * @param {Spellings[]} asked
 * @param {Read} read
 */
function bestBlock(section, asked, read) {
  const blocks = section.blocks.map((block) => {
    const matches = matchesIn(block.replaceAll(PHRASE_BREAK, ""), asked, read);
    const held = new Set(matches.flatMap((ofThing, thing) => (ofThing.length > 0 ? [thing] : [])));
    return { block, held, matches: matches.flat() };
  });
  const all = new Set(blocks.flatMap(({ held }) => [...held]));
  const [best] = blocks.sort((one, other) => other.held.size - one.held.size);
  return best && best.held.size > 0 ? { ...best, held: all } : undefined;
}

/**
 * @param {string} text
 * @param {Spellings[]} asked
 * @param {Read} read
 * @returns {Match[][]} for each thing asked for
 */
function matchesIn(text, asked, read) {
  const reading = read(text);
  return asked.map((spellings) => matchesOfThing(reading, spellings));
}

/**
 * Cuts out of a block the phrases around the first match, and marks in them whatever matches.
 * @param {string} block
 * @param {Match[]} marks
 * @returns {Part[]}
 */
function cut(block, marks) {
  let end = 0;
  const phrases = block.split(PHRASE_BREAK);
  const ends = phrases.map(({ length }) => (end += length));
  const text = phrases.join("");
  const { start } = marks[0];
  const from = ends.findLast((each) => each <= start - CHARACTERS_BEFORE) ?? 0;
  const shown = marks.filter((mark) => mark.start < start + CHARACTERS_AFTER);
  const least = Math.max(shown[shown.length - 1].end, start + CHARACTERS_AFTER);
  const to = ends.find((each) => each >= least) ?? text.length;
  const parts = partsOf(text, shown, from, to);
  return [
    ...(from > 0 ? [{ text: "…", marked: false }] : []),
    ...parts,
    ...(to < text.length ? [{ text: "…", marked: false }] : []),
  ];
}

/**
 * @param {string} text
 * @param {Match[]} marks
 * @param {number} from
 * @param {number} to
 * @returns {Part[]}
 */
function partsOf(text, marks, from, to) {
  let next = from;
  const parts = [];
  for (const { start, end } of marks) {
    parts.push({ text: text.slice(next, start), marked: false }, { text: text.slice(start, end), marked: true });
    next = end;
  }
  parts.push({ text: text.slice(next, to), marked: false });
  return parts.filter((part) => part.text);
}
