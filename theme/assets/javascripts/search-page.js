// @ts-check
/** The search page: the address says what is asked (?q=…), the page shows what is found. */

import { openSearch } from "./archive-search.js";
import { excerptsOf } from "./excerpts.js";
import { resultElement, summary } from "./search-results.js";

const RESULTS_AT_ONCE = 20;
const FAILED = "検索できませんでした。ページを読み込み直すか、下の一覧からお探しください。";

/**
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
function part(selector, kind) {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) {
    throw new Error(`the search page has no ${selector}`);
  }
  return found;
}

const page = part("[data-site-root]", HTMLElement);
const form = part("[data-search-form]", HTMLFormElement);
const field = part("[data-search-field]", HTMLInputElement);
const status = part("[data-search-status]", HTMLElement);
const region = part("[data-search-results]", HTMLElement);
const list = part("[data-search-list]", HTMLElement);
const more = part("[data-search-more]", HTMLButtonElement);

const siteRoot = new URL(page.dataset.siteRoot ?? "", document.baseURI);
const title = document.title;
/** @type {ReturnType<typeof openSearch> | undefined} */
let opened;
/** @type {import("./archive-search.js").Answer} */
let answer = { terms: [], numbers: [] };
// Counts the searches, so that a slow one cannot overwrite the one that was asked for after it.
let latest = 0;
let shownQuery = "";

/** Loads the search once, and again after a failure. */
function search() {
  opened ??= openSearch(siteRoot);
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

function queryOfAddress() {
  return new URL(location.href).searchParams.get("q")?.trim() ?? "";
}

/** Shows what the address asks for. */
async function showAddress() {
  const query = queryOfAddress();
  shownQuery = query;
  field.value = query;
  document.title = query ? `「${query}」 - ${title}` : title;
  list.replaceChildren();
  more.hidden = true;
  status.textContent = "";
  answer = { terms: [], numbers: [] };
  await working(async (isCurrent) => {
    if (!query) {
      return;
    }
    const found = await (await search()).search(query);
    const elements = await resultElements(found, 0);
    if (isCurrent()) {
      answer = found;
      show(elements);
      status.textContent = found.terms.length > 0 ? summary(found) : "";
    }
  });
}

/** Shows the next results beneath those already shown. */
async function showMore() {
  await working(async (isCurrent) => {
    const elements = await resultElements(answer, list.children.length);
    if (isCurrent()) {
      show(elements);
      elements[0].querySelector("a")?.focus();
    }
  });
}

/**
 * Keeps the results region busy while the work goes on, and says so where it fails.
 * @param {(isCurrent: () => boolean) => Promise<void>} work
 */
async function working(work) {
  latest += 1;
  const own = latest;
  const isCurrent = () => own === latest;
  region.setAttribute("aria-busy", "true");
  try {
    await work(isCurrent);
  } catch (error) {
    console.error(error);
    if (isCurrent()) {
      status.textContent = FAILED;
    }
  }
  if (isCurrent()) {
    region.setAttribute("aria-busy", "false");
  }
}

/**
 * @param {import("./archive-search.js").Answer} found
 * @param {number} first
 */
async function resultElements({ terms, numbers }, first) {
  const { fold, text } = await search();
  const texts = await Promise.all(numbers.slice(first, first + RESULTS_AT_ONCE).map(text));
  return texts.map((document) => resultElement(document, excerptsOf(document.blocks, terms, fold), siteRoot));
}

/** @param {HTMLElement[]} elements */
function show(elements) {
  list.append(...elements);
  more.hidden = list.children.length >= answer.numbers.length;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const address = new URL(location.href);
  address.search = field.value.trim() ? `?${new URLSearchParams({ q: field.value.trim() })}` : "";
  address.hash = "";
  if (address.href !== location.href) {
    history.pushState(null, "", address);
  }
  showAddress();
});
more.addEventListener("click", showMore);
addEventListener("popstate", () => {
  // A link to an anchor of this page comes here too, and must not touch what is being typed.
  if (queryOfAddress() !== shownQuery) {
    showAddress();
  }
});
showAddress();
