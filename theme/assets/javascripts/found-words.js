// @ts-check
/** Marks the words of a search in the document that it led to. The page it came from says what was searched. */

import { part } from "./elements.js";
import { siteRoot } from "./site.js";

if (document.referrer) {
  const from = new URL(document.referrer);
  const searchPage = part(".archive-header-search", HTMLFormElement).action;
  if (from.origin + from.pathname === searchPage && from.searchParams.get("q")) {
    try {
      const { markFoundWords } = await import("./marking.js");
      await markFoundWords(part("[data-document]", HTMLElement), from.searchParams, siteRoot);
    } catch (error) {
      // The marks are a help; without them the document is read all the same.
      console.warn(error);
    }
  }
}
