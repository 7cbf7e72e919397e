// @ts-check
/** The search page: the address says what is asked (?q=…&counterparty=line), the page shows what is found. */

import { readRequest, writeRequest } from "./address.js";
import { search } from "./archive-search.js";
import { part } from "./elements.js";
import { createFacetPanel } from "./facet-panel.js";
import { meaningNotes, nothingFoundNotes } from "./search-notes.js";
import { resultElement } from "./search-results.js";
import { summary } from "./search-summary.js";
import { siteRoot } from "./site.js";

/** @import {Answer, Order, Request} from "./shapes.js" */

// Every result loads its text: a handful is shown at once, more as one comes to their end, and many on request.
const RESULTS_AT_ONCE = 5;
const RESULTS_BY_THEMSELVES = 20;
const RESULTS_ON_REQUEST = 20;
const FAILED = "検索できませんでした。ページを読み込み直すか、下の一覧からお探しください。";

const form = part("[data-search-form]", HTMLFormElement);
const field = part("[data-search-field]", HTMLInputElement);
const options = part("[data-search-options]", HTMLElement);
const order = part("[data-search-order]", HTMLSelectElement);
const aliases = part("[data-search-aliases]", HTMLInputElement);
const status = part("[data-search-status]", HTMLElement);
const notes = part("[data-search-notes]", HTMLElement);
const region = part("[data-search-results]", HTMLElement);
const list = part("[data-search-list]", HTMLElement);
const more = part("[data-search-more]", HTMLButtonElement);
const title = document.title;

const facets = createFacetPanel(part("[data-facets]", HTMLElement), {
  counts: (/** @type {string} */ facet) => search.counts(request, facet),
  choose: (/** @type {string} */ facet, /** @type {string[]} */ keys) => {
    const selected = new Map(request.selected).set(facet, keys);
    ask({ selected: new Map([...selected].filter(([, chosen]) => chosen.length > 0)) });
  },
  fail: failed,
});
let request = readRequest(new URLSearchParams());
// Counts what is asked, so that a slow answer cannot overwrite the one that was asked for after it.
let latest = 0;
let said = "";

/**
 * Asks for something else than before: the address says so, and one can go back.
 * @param {Partial<Request>} change
 */
function ask(change) {
  const address = new URL(location.href);
  address.search = `${writeRequest({ ...request, ...change })}`;
  address.hash = "";
  if (address.href !== location.href) {
    history.pushState(null, "", address);
  }
  showAddress();
}

/** Shows what the address asks for. */
async function showAddress() {
  const asksBefore = request.query;
  request = readRequest(new URL(location.href).searchParams);
  if (request.query !== asksBefore) {
    field.value = request.query;
  }
  order.value = request.order;
  aliases.checked = request.aliases;
  document.title = request.query ? `「${request.query}」 - ${title}` : title;
  const isShown = await working(async (isCurrent) => {
    const asked = request;
    const answer = await search.answer(asked);
    const isAsked = answer.asked.length > 0 || answer.unwanted.length > 0 || asked.selected.size > 0;
    const entries = isAsked ? await entriesOf(asked, 0, RESULTS_AT_ONCE) : [];
    const nearest = answer.numbers.length === 0 ? await nearestNames(answer) : [];
    if (isCurrent()) {
      list.replaceChildren(...entries);
      more.hidden = entries.length === 0 || entries.length >= answer.numbers.length;
      const heldFocus = notes.contains(document.activeElement);
      notes.replaceChildren(
        ...meaningNotes(answer, asked, siteRoot, (choice) => ask({ aliases: choice })),
        ...(answer.numbers.length === 0 ? nothingFoundNotes(answer, nearest, siteRoot) : []),
      );
      if (heldFocus) {
        (notes.querySelector("button") ?? aliases).focus();
      }
      say(summary(answer, asked));
      facets.show(asked.selected, answer.numbers.length);
    }
  });
  if (!isShown) {
    list.replaceChildren();
    notes.replaceChildren();
    more.hidden = true;
  }
}

/**
 * Shows the next results beneath those already shown, and returns the first of them.
 * @param {number} count
 */
async function showMore(count) {
  /** @type {HTMLElement[]} */
  let entries = [];
  await working(async (isCurrent) => {
    const from = list.children.length;
    const { numbers } = await search.answer(request);
    entries = await entriesOf(request, from, from + count);
    if (isCurrent()) {
      list.append(...entries);
      more.hidden = list.children.length >= numbers.length;
      say(said);
    }
  });
  return entries[0];
}

/**
 * @param {Request} asked
 * @param {number} from
 * @param {number} to
 */
async function entriesOf(asked, from, to) {
  const found = await search.results(asked, from, to);
  return found.map((each) => resultElement(each, siteRoot));
}

/**
 * Returns the registered names that resemble what was not found: of several words those that stand nowhere.
 * @param {Answer} answer
 */
async function nearestNames({ asked }) {
  const words = asked.filter(({ count }) => count === 0).map(({ terms }) => terms.map(({ text }) => text).join(" "));
  const names = (await Promise.all(words.map((word) => search.nearest(word)))).flat();
  return [...new Map(names.map((name) => [name.address, name])).values()];
}

/**
 * Keeps the results region busy while the work goes on, and says so where it fails. Returns whether it did not.
 * @param {(isCurrent: () => boolean) => Promise<void>} work
 */
async function working(work) {
  latest += 1;
  const own = latest;
  const isCurrent = () => own === latest;
  region.setAttribute("aria-busy", "true");
  let isDone = true;
  try {
    await work(isCurrent);
  } catch (error) {
    // What is no longer asked for may fail.
    isDone = !isCurrent();
    if (!isDone) {
      failed(error);
    }
  }
  if (isCurrent()) {
    region.setAttribute("aria-busy", "false");
  }
  return isDone;
}

/**
 * Announces an answer, and remembers it for when a failure after it is mended.
 * @param {string} words
 */
function say(words) {
  said = words;
  status.textContent = words;
}

/** @param {unknown} error */
function failed(error) {
  console.error(error);
  status.textContent = FAILED;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask({ query: field.value.trim() });
});
order.addEventListener("change", () => ask({ order: /** @type {Order} */ (order.value) }));
aliases.addEventListener("change", () => ask({ aliases: aliases.checked }));
more.addEventListener("click", async () => {
  const first = await showMore(RESULTS_ON_REQUEST);
  first?.querySelector("a")?.focus();
});
// Who reads on need not ask for every handful; but what stands beneath the results must stay within reach.
const reader = new IntersectionObserver(async (entries) => {
  const isIdle = region.getAttribute("aria-busy") !== "true" && document.activeElement !== more;
  if (entries.at(-1)?.isIntersecting && isIdle && list.children.length < RESULTS_BY_THEMSELVES) {
    if (await showMore(RESULTS_AT_ONCE)) {
      // What is still in sight is told of once more.
      reader.unobserve(more);
      reader.observe(more);
    }
  }
});
reader.observe(more);
addEventListener("popstate", () => {
  // A link to an anchor of this page comes here too, and must not touch what is being typed.
  if (`${writeRequest(request)}` !== `${writeRequest(readRequest(new URL(location.href).searchParams))}`) {
    showAddress();
  }
});
options.hidden = false;
showAddress();
