// @ts-check
/** Marks words in a document's page, in the document's own characters. */

import { readRequest } from "./address.js";
import { spellingsAsked } from "./asked.js";
import { element } from "./elements.js";
import { matchesOfThing, merged, readerOf } from "./matches.js";
import { loadVocabulary } from "./vocabulary.js";

/** @import {Match} from "./shapes.js" */

/**
 * Marks what was asked for, and brings the first mark of the section that the address leads to into sight.
 * @param {HTMLElement} article
 * @param {URLSearchParams} parameters of the search
 * @param {URL} siteRoot
 */
export async function markFoundWords(article, parameters, siteRoot) {
  const vocabulary = await loadVocabulary(siteRoot);
  const read = readerOf(vocabulary);
  const asked = spellingsAsked(readRequest(parameters), vocabulary);
  for (const block of article.querySelectorAll("h1, h2, h3, h4, h5, h6, p, li")) {
    const reading = read(block.textContent ?? "");
    mark(block, merged(asked.flatMap((spellings) => matchesOfThing(reading, spellings))));
  }
  const target = document.querySelector(":target");
  const section = target && article.contains(target) ? target : article;
  const first = section.querySelector("mark");
  const place = first?.getBoundingClientRect();
  // Whoever comes back, or loads the page anew, has a place in it already.
  const [navigation] = performance.getEntriesByType("navigation");
  const isFirst = navigation instanceof PerformanceNavigationTiming && navigation.type === "navigate";
  if (first && place && isFirst && (place.top < 0 || place.bottom > innerHeight)) {
    first.scrollIntoView({ block: "center" });
  }
}

/**
 * @param {Element} block
 * @param {Match[]} matches in the block's text
 */
function mark(block, matches) {
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const nodes = [];
  while (texts.nextNode()) {
    nodes.push(/** @type {Text} */ (texts.currentNode));
  }
  let start = 0;
  for (const node of nodes) {
    const end = start + node.data.length;
    const inside = matches.filter((match) => match.start < end && match.end > start);
    if (inside.length > 0) {
      node.replaceWith(...pieces(node.data, start, inside));
    }
    start = end;
  }
}

/**
 * Returns a text as text and marks.
 * @param {string} text
 * @param {number} offset where it begins in the block
 * @param {Match[]} matches
 */
function pieces(text, offset, matches) {
  let next = 0;
  const parts = matches.flatMap((match) => {
    const from = Math.max(0, match.start - offset);
    const to = Math.min(text.length, match.end - offset);
    const before = text.slice(next, from);
    next = to;
    return [before, element("mark", {}, text.slice(from, to))];
  });
  return [...parts, text.slice(next)].filter((part) => part !== "");
}
