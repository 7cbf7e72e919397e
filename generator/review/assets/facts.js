// @ts-check
/** Shows which words carry a fact, and which fact a word carries, while one points at either or has chosen it. */

const SHOWN = "is-shown";

/** Watches the facts and the words. */
export function watchFacts() {
  document.addEventListener("pointerover", ({ target }) => show(marksOf(target)));
  document.addEventListener("focusin", ({ target }) => show(marksOf(target)));
}

/**
 * Returns the marks of the facts that a chip stands for or a word carries.
 * @param {EventTarget | null} target
 */
function marksOf(target) {
  const element = target instanceof Element ? target.closest("[data-fact], [data-facts]") : null;
  return element instanceof HTMLElement
    ? (element.dataset.fact ?? element.dataset.facts ?? "").split(" ").filter(Boolean)
    : [];
}

/** @param {string[]} marks */
function show(marks) {
  for (const element of document.querySelectorAll(`.${SHOWN}`)) {
    element.classList.remove(SHOWN);
  }
  // What has the focus stays shown while the pointer is elsewhere.
  for (const mark of marks.length > 0 ? marks : marksOf(document.activeElement)) {
    for (const element of document.querySelectorAll(`[data-fact="${mark}"], [data-facts~="${mark}"]`)) {
      element.classList.add(SHOWN);
    }
  }
}
