// @ts-check
/** The values of one facet, each with the number of consultations it would leave. */

import { element, part } from "./elements.js";

/** @import {Counted} from "./shapes.js" */
/** @typedef {{entry: HTMLLIElement, box: HTMLInputElement, count: HTMLElement, inner: HTMLUListElement, value: Counted}} Row */

const VALUES_AT_ONCE = 8;

/**
 * @param {HTMLElement} group the facet's part of the page
 * @param {(keys: string[]) => void} choose is told the keys chosen, whenever they change
 */
export function createFacetGroup(group, choose) {
  const list = part("ul", HTMLUListElement, group);
  const all = part("button", HTMLButtonElement, group);
  /** @type {Map<string, Row>} */
  const rows = new Map();
  let showsAll = false;

  /** @param {Counted} value */
  function rowOf(value) {
    const box = element("input", { type: "checkbox" });
    const count = element("span", { className: "archive-facet__count" });
    const inner = element("ul", { className: "archive-facet__inner" });
    inner.setAttribute("aria-label", value.name);
    const label = element("label", {}, box, " ", element("span", {}, value.name), " ", count);
    const row = { entry: element("li", {}, label, inner), box, count, inner, value };
    box.dataset.key = value.key;
    box.addEventListener("change", () => {
      if (box.checked) {
        // A part of what is chosen as a whole would narrow nothing: what is chosen last counts.
        kinOf(row).forEach((other) => (other.box.checked = false));
      }
      choose([...rows.values()].filter((other) => other.box.checked).map((other) => other.value.key));
    });
    return row;
  }

  /**
   * Returns the rows within a row, and the row it is within.
   * @param {Row} row
   */
  function kinOf({ value }) {
    return [...rows.values()].filter((other) => other.value.within === value.key || other.value.key === value.within);
  }

  /** Decides which values are in sight: those chosen, and of the others those that leave most. */
  function arrange() {
    const whole = [...rows.values()].filter(({ value }) => !value.within);
    const leaving = whole.filter(({ value }) => value.count > 0).sort((one, other) => other.value.count - one.value.count);
    const shown = new Set(showsAll ? leaving : leaving.slice(0, VALUES_AT_ONCE));
    for (const row of rows.values()) {
      const { entry, box, value } = row;
      const isChosen = box.checked || kinOf(row).some((other) => other.box.checked);
      const isShown = value.within ? value.count > 0 && isShort(value.within) : shown.has(row);
      entry.hidden = !isShown && !isChosen && document.activeElement !== box;
    }
    for (const { inner } of whole) {
      inner.hidden = [...inner.children].every((entry) => entry instanceof HTMLElement && entry.hidden);
    }
    all.hidden = leaving.length <= shown.size;
    all.textContent = `すべて表示（${leaving.length}）`;
  }

  /**
   * Tells whether all that is within a value fits beneath it. The roles of a counterparty do, the meetings of a year
   * only once it is chosen.
   * @param {string} key
   */
  function isShort(key) {
    return (rows.get(key)?.inner.children.length ?? 0) <= VALUES_AT_ONCE;
  }

  all.addEventListener("click", () => {
    const hidden = [...rows.values()].filter(({ entry }) => entry.hidden);
    showsAll = true;
    arrange();
    // The button is gone, and what it has shown stands before it.
    hidden.find(({ entry }) => !entry.hidden)?.box.focus();
  });

  return {
    /**
     * Shows how many consultations each value leaves, and which are chosen.
     * @param {Counted[]} values
     * @param {string[]} chosen
     */
    show(values, chosen) {
      for (const value of values) {
        const row = rows.get(value.key) ?? rowOf(value);
        if (!rows.has(value.key)) {
          rows.set(value.key, row);
          (rows.get(value.within)?.inner ?? list).append(row.entry);
        }
        row.value = value;
        row.box.checked = chosen.includes(value.key);
        row.count.textContent = `${value.count}件`;
      }
      arrange();
    },

    /** Takes back every choice. */
    clear() {
      rows.forEach(({ box }) => (box.checked = false));
    },

    /**
     * Returns what readers call a value.
     * @param {string} key
     */
    nameOf(key) {
      const value = rows.get(key)?.value;
      const whole = value && rows.get(value.within)?.value;
      return whole ? `${whole.name}（${value.name}）` : (value?.name ?? key);
    },
  };
}
