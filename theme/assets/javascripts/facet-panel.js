// @ts-check
/** The panel that narrows down what was found. */

import { element, part } from "./elements.js";
import { createFacetGroup } from "./facet-group.js";

/** @import {Counted, Selected} from "./shapes.js" */
/**
 * @typedef {object} Dealings
 * @property {(facet: string) => Promise<Counted[]>} counts asks what each value of a facet would leave
 * @property {(facet: string, keys: string[]) => void} choose is told the values chosen of a facet, when they change
 * @property {(error: unknown) => void} fail is told what went wrong
 */

// As the style sheet: where the panel stands beside the results, and not above them.
const BESIDE = "(min-width: 60em)";

/**
 * @param {HTMLElement} section
 * @param {Dealings} dealings
 */
export function createFacetPanel(section, { counts, choose, fail }) {
  const panel = part("[data-facets-panel]", HTMLDetailsElement, section);
  const chips = part("[data-facets-chosen]", HTMLElement, section);
  /** @type {Selected} */
  let selected = new Map();
  let attempts = 0;
  let isAsked = false;

  const groups = [...panel.querySelectorAll("details")].map((group) => ({
    ...createFacetGroup(group, (keys) => choose(group.dataset.facet ?? "", keys)),
    details: group,
    facet: group.dataset.facet ?? "",
    label: part("summary", HTMLElement, group).textContent ?? "",
  }));

  /** Shows the counts of the groups that are in sight, and of those chosen from, whose values need their names. */
  async function update() {
    const asked = selected;
    const wanted = groups.filter(({ details, facet }) => (panel.open && details.open) || asked.has(facet));
    const values = await Promise.all(wanted.map(({ facet }) => counts(facet)));
    if (asked === selected) {
      wanted.forEach((group, index) => group.show(values[index], asked.get(group.facet) ?? []));
      groups.filter(({ facet }) => !asked.has(facet)).forEach((group) => group.clear());
      chips.replaceChildren(...chipsOf());
    }
  }

  /** Returns a button for each value chosen, which takes it back. */
  function chipsOf() {
    return groups.flatMap(({ facet, label, nameOf }) => {
      let keys = selected.get(facet) ?? [];
      return keys.map((key) => {
        const button = element("button", { type: "button" }, `${label}: ${nameOf(key)}`, " ", cross());
        button.addEventListener("click", () => {
          keys = keys.filter((other) => other !== key);
          choose(facet, keys);
          part("summary", HTMLElement, panel).focus();
        });
        return element("li", {}, button);
      });
    });
  }

  async function attempt() {
    if (!isAsked) {
      return;
    }
    attempts += 1;
    const own = attempts;
    try {
      await update();
    } catch (error) {
      // What has been tried again since has no more to say.
      if (own === attempts) {
        fail(error);
      }
    }
  }

  [panel, ...groups.map(({ details }) => details)].forEach((details) => details.addEventListener("toggle", attempt));
  panel.open = matchMedia(BESIDE).matches;

  return {
    /**
     * Shows what the latest answer leaves, and what is chosen. Where there is nothing and nothing is chosen, there is
     * nothing to narrow down either.
     * @param {Selected} chosen
     * @param {number} found how many consultations
     */
    show(chosen, found) {
      isAsked = true;
      selected = new Map(chosen);
      section.hidden = found === 0 && chosen.size === 0;
      attempt();
    },
  };
}

function cross() {
  const sign = element("span", {}, "×");
  sign.setAttribute("aria-hidden", "true");
  const words = element("span", { className: "archive-unseen" }, "を外す");
  return element("span", {}, sign, words);
}
