// @ts-check
/** The review: everything can be read without this; it adds the keyboard, the marks, and the loading anew. */

import { followChanges } from "./changes.js";
import { watchFacts } from "./facts.js";
import { keptPlace, watchSections } from "./sections.js";

const status = document.querySelector("[data-status]");

const SHOWN_FOR = 8000;
/** @type {number | undefined} */
let silence;

/**
 * Says something to the clerk, also to one who listens, for a while or until something else is to be said.
 * @param {string} text
 * @param {boolean} stays
 */
function say(text, stays = false) {
  clearTimeout(silence);
  if (status) {
    status.textContent = text;
    silence = stays ? undefined : setTimeout(() => say("", true), SHOWN_FOR);
  }
}

const sections = watchSections(say);
watchFacts();

const kept = keptPlace();
if (kept) {
  sections.returnTo(kept);
  const time = new Date().toLocaleTimeString("ja-JP", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  say(`ファイルが変わったので、表示を新しくしました（${time}）。`);
}

followChanges(document.body.dataset.stamp ?? "", sections.keepPlace, say);
