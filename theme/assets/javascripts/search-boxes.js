// @ts-check
/** The search boxes of every page: they suggest while one types, and / leads to the one in the header. */

import { search } from "./archive-search.js";
import { part } from "./elements.js";
import { siteRoot } from "./site.js";
import { createSuggestionList } from "./suggestion-list.js";

const headerField = part(".archive-header-search input", HTMLInputElement);

for (const field of document.querySelectorAll("form[role=search] input[name=q]")) {
  if (field instanceof HTMLInputElement) {
    createSuggestionList(field, async (text) => {
      const suggestions = await search.suggest(text);
      return suggestions.map((each) => ({ ...each, address: new URL(each.address, siteRoot).href }));
    });
  }
}

document.addEventListener("keydown", (event) => {
  const { target } = event;
  const types = target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));
  if (event.key === "/" && !types && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    headerField.focus();
    headerField.select();
  }
});
