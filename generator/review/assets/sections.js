// @ts-check
/** One section is the chosen one: by pointer, focus or keyboard. Its place is kept when the page is loaded anew. */

/** @typedef {{id: string, top: number, hasFocus: boolean}} Kept a section, and how far below the window's top it was */

const PLACE = "review-place";
const LETTERS = "review-letters";
const CURRENT = "aria-current";

/**
 * Makes the sections choosable.
 * @param {(text: string) => void} say
 */
export function watchSections(say) {
  const pieces = [...document.querySelectorAll("[data-piece]")].filter((piece) => piece instanceof HTMLElement);
  const doubts = [...document.querySelectorAll(".doubt")].filter((doubt) => doubt instanceof HTMLElement);
  const letters = watchLetters();
  /** @type {HTMLElement | null} */
  let last = null;

  /** @param {Element} piece */
  function choose(piece) {
    for (const other of pieces) {
      other.tabIndex = other === piece ? 0 : -1;
      other.toggleAttribute(CURRENT, false);
    }
    piece.setAttribute(CURRENT, "true");
  }

  /** @param {number} step */
  function goToSection(step) {
    const chosen = pieces.findIndex((piece) => piece.hasAttribute(CURRENT));
    const target = pieces[chosen < 0 ? firstInSight(pieces) : chosen + step];
    if (target) {
      last = target;
      goTo(target);
    } else {
      say(step > 0 ? "最後の節です。" : "最初の節です。");
    }
  }

  /** @param {number} step */
  function goToDoubt(step) {
    const from = last?.isConnected ? last : pieces.find((piece) => piece.hasAttribute(CURRENT));
    const way = step > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    const ahead = from
      ? doubts.filter((doubt) => doubt !== from && from.compareDocumentPosition(doubt) & way)
      : doubts;
    const target = step > 0 ? ahead[0] : ahead.at(-1);
    if (target) {
      last = target;
      goTo(target);
    } else {
      say(step > 0 ? "この先に要確認はありません。" : "この前に要確認はありません。");
    }
  }

  const arrows = new Map([
    ["ArrowDown", () => goToSection(1)],
    ["ArrowUp", () => goToSection(-1)],
  ]);
  const keys = new Map([
    ["j", () => goToSection(1)],
    ["k", () => goToSection(-1)],
    ["n", () => goToDoubt(1)],
    ["p", () => goToDoubt(-1)],
  ]);

  for (const piece of pieces) {
    piece.tabIndex = piece === pieces[0] ? 0 : -1;
  }
  document.addEventListener("focusin", ({ target }) => {
    const piece = target instanceof Element ? target.closest("[data-piece]") : null;
    if (piece && target instanceof HTMLElement) {
      const doubt = target.closest(".doubt");
      choose(piece);
      last = doubt instanceof HTMLElement ? doubt : target;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const onPiece = event.target instanceof Element && event.target.matches("[data-piece], .doubt");
    const action = onPiece ? arrows.get(event.key) : undefined;
    if (action) {
      event.preventDefault();
      action();
    } else if (letters() && !event.shiftKey) {
      keys.get(event.key)?.();
    }
  });

  return {
    /** Keeps the place of the chosen section, or else of the first in sight, for the page that comes. */
    keepPlace() {
      const chosen = pieces.find((piece) => piece.hasAttribute(CURRENT) && isInSight(piece));
      const piece = chosen ?? (scrollY > 0 ? pieces.find(isInSight) : undefined);
      const hasFocus = piece?.contains(document.activeElement) ?? false;
      const top = piece ? piece.getBoundingClientRect().top : -scrollY;
      sessionStorage.setItem(PLACE, JSON.stringify({ id: piece?.id ?? "", top, hasFocus }));
      history.scrollRestoration = "manual";
    },

    /** @param {Kept} kept */
    returnTo({ id, top, hasFocus }) {
      // Only once the page is loaded: before that the browser would go to where its window was scrolled.
      addEventListener("load", () => setTimeout(() => (history.scrollRestoration = "auto")));
      const piece = document.getElementById(id) ?? document.body;
      if (hasFocus && piece.matches("[data-piece]")) {
        piece.focus({ preventScroll: true });
      }
      scrollBy({ top: piece.getBoundingClientRect().top - top, behavior: "instant" });
    },
  };
}

/**
 * Returns the place that was kept for this page, once.
 * @returns {Kept | null}
 */
export function keptPlace() {
  const kept = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  return kept ? JSON.parse(kept) : null;
}

/** Returns what tells whether single letters are keys: whoever speaks to the machine can switch them off. */
function watchLetters() {
  const box = document.querySelector("[data-letters]");
  document.querySelector("[data-keys]")?.toggleAttribute("hidden", false);
  if (!(box instanceof HTMLInputElement)) {
    return () => true;
  }
  box.checked = localStorage.getItem(LETTERS) !== "off";
  box.addEventListener("change", () => localStorage.setItem(LETTERS, box.checked ? "on" : "off"));
  return () => box.checked;
}

/** @param {HTMLElement} target */
function goTo(target) {
  target.focus({ preventScroll: true });
  const isTall = target.getBoundingClientRect().height > innerHeight / 2;
  target.scrollIntoView({ block: isTall ? "start" : "center" });
}

/** @param {HTMLElement[]} pieces */
function firstInSight(pieces) {
  return Math.max(0, pieces.findIndex(isInSight));
}

/** @param {HTMLElement} piece */
function isInSight(piece) {
  const { top, bottom } = piece.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
