// @ts-check
/** The consultations found, as the reader sees them. */

import { element, withMarks } from "./elements.js";
import { ADDED } from "./ranking.js";

/** @import {Found} from "./shapes.js" */

/**
 * Returns the entry of one consultation: its title, which leads to the best section, and that and other sections.
 * @param {Found} found
 * @param {URL} siteRoot
 */
export function resultElement(found, siteRoot) {
  const page = new URL(found.address, siteRoot);
  const day = element("time", { dateTime: found.date }, found.dateText);
  const number = element("p", { className: "archive-result__number" }, `諮問第${found.number}号`, " ", day);
  if (found.added !== ADDED.none) {
    const way = found.added === ADDED.variant ? "字体や略し方の違い" : "別名・読み";
    number.append(" ", element("span", { className: "archive-result__added" }, `${way}で見つかりました`));
  }
  const link = element("a", { href: at(page, found.anchor) }, ...withMarks(found.title));
  const entry = element("li", { className: "archive-result" }, number);
  entry.dataset.number = `${found.number}`;
  entry.append(element("h2", { className: "archive-result__title" }, link));
  if (found.subtitle.length > 0) {
    entry.append(element("p", { className: "archive-result__subtitle" }, ...withMarks(found.subtitle)));
  }
  entry.append(...(found.excerpts.length > 0 ? sections(found, page) : [notes(found.notes)]));
  return entry;
}

/**
 * @param {Found} found
 * @param {URL} page
 */
function sections({ excerpts, more }, page) {
  const entries = excerpts.map(({ anchor, name, parts }) =>
    element(
      "li",
      {},
      element("a", { className: "archive-result__section", href: at(page, anchor) }, name),
      element("p", {}, ...withMarks(parts)),
    ),
  );
  const list = element("ul", { className: "archive-result__excerpts" }, ...entries);
  return more > 0 ? [list, element("p", { className: "archive-result__rest" }, `ほか${more}か所`)] : [list];
}

/** @param {[string, string][]} said labels with what they say */
function notes(said) {
  const pairs = said.map(([label, words]) => element("div", {}, element("dt", {}, label), element("dd", {}, words)));
  return element("dl", { className: "archive-notes" }, ...pairs);
}

/**
 * @param {URL} page
 * @param {string} anchor
 */
function at(page, anchor) {
  const address = new URL(page);
  address.hash = anchor;
  return address.href;
}
