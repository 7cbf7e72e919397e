// @ts-check
/**
 * A list of suggestions beneath a search field: a combobox with a list, as the ARIA Authoring Practices describe it
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Without a suggestion chosen, Enter searches as ever.
 */

import { element } from "./elements.js";

/** @import {Suggestion} from "./shapes.js" */

const PAUSE = 60;

/**
 * @param {HTMLInputElement} field
 * @param {(text: string) => Promise<Suggestion[]>} suggest with whole addresses
 */
export function createSuggestionList(field, suggest) {
  const id = `${field.id || field.name}-suggestions-${document.querySelectorAll(".archive-suggestions").length + 1}`;
  const list = element("ul", { id, className: "archive-suggestions", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "候補");
  field.after(list);
  const roles = { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" };
  Object.entries(roles).forEach(([name, value]) => field.setAttribute(name, value));
  /** @type {number | undefined} */
  let waiting;
  let active = -1;
  // Counts what is asked for, so that a slow answer cannot open a list that has been closed.
  let latest = 0;

  /** @returns {HTMLAnchorElement[]} */
  const options = () => [...list.querySelectorAll("a")];

  function close() {
    clearTimeout(waiting);
    latest += 1;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    activate(-1);
  }

  /** @param {number} index of the option that Enter follows; -1 for none */
  function activate(index) {
    active = index;
    options().forEach((option, position) => option.setAttribute("aria-selected", `${position === index}`));
    const option = options()[index];
    if (option) {
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  }

  async function update() {
    latest += 1;
    const own = latest;
    const found = field.value.trim() ? await suggest(field.value) : [];
    if (own === latest && document.activeElement === field) {
      list.replaceChildren(...found.map(optionOf));
      activate(-1);
      list.hidden = found.length === 0;
      field.setAttribute("aria-expanded", `${!list.hidden}`);
    }
  }

  /**
   * @param {Suggestion} suggestion
   * @param {number} index
   */
  function optionOf({ kind, text, address }, index) {
    const name = element("span", { className: "archive-suggestions__name" }, text);
    const option = element("a", { id: `${id}-${index}`, tabIndex: -1, href: address }, name, " ", kind);
    const entry = element("li", {}, option);
    option.setAttribute("role", "option");
    entry.setAttribute("role", "presentation");
    return entry;
  }

  function updateSoon() {
    clearTimeout(waiting);
    // What was suggested for other words must not be followed by Enter any more.
    activate(-1);
    // Suggestions are a help: where they cannot be had, the search itself says what is wrong.
    waiting = window.setTimeout(() => update().catch(close), PAUSE);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const count = options().length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (list.hidden || count === 0) {
      return step === 1 ? updateSoon() : undefined;
    }
    if (step) {
      event.preventDefault();
      // Beyond the last and before the first stands the field itself.
      activate(((active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      options()[active].click();
    }
  }

  field.addEventListener("keydown", (event) => {
    // While an input method composes, the keys are its own. (Safari ends a composition before it tells of the key.)
    if (!event.isComposing && event.keyCode !== 229) {
      press(event);
    }
  });
  field.addEventListener("input", (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) {
      updateSoon();
    }
  });
  field.addEventListener("compositionend", updateSoon);
  field.addEventListener("blur", close);
  field.form?.addEventListener("submit", close);
  // The field keeps the focus, so that the list stays until the click has been followed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  // Whoever comes back finds the page as it was, but for the list.
  addEventListener("pagehide", close);
}
