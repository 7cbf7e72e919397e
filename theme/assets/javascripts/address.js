// @ts-check
/** What is asked of the search, as its address says it: /search/?q=…&counterparty=line&sort=newest&aliases=off. */

/** @import {Order, Request} from "./shapes.js" */

/** The facets in the order of generator/kinds/every_kind.py. */
export const FACETS = ["counterparty", "item", "department", "article", "measure", "subject", "meeting"];
const ORDERS = ["relevance", "newest", "oldest"];

/**
 * Reads what an address asks. What it does not know it leaves aside.
 * @param {URLSearchParams} parameters
 * @returns {Request}
 */
export function readRequest(parameters) {
  const chosen = FACETS.map((facet) => /** @type {const} */ ([facet, [...new Set(parameters.getAll(facet))].filter(Boolean)]));
  const order = ORDERS.find((name) => name === parameters.get("sort")) ?? "relevance";
  return {
    query: parameters.get("q")?.trim() ?? "",
    selected: new Map(chosen.filter(([, keys]) => keys.length > 0)),
    order: /** @type {Order} */ (order),
    aliases: parameters.get("aliases") !== "off",
  };
}

/**
 * Writes a request as an address says it, always in the same order; what goes without saying is left out.
 * @param {Request} request
 */
export function writeRequest({ query, selected, order, aliases }) {
  const parameters = new URLSearchParams();
  if (query) {
    parameters.append("q", query);
  }
  for (const facet of FACETS) {
    for (const key of selected.get(facet) ?? []) {
      parameters.append(facet, key);
    }
  }
  if (order !== "relevance") {
    parameters.append("sort", order);
  }
  if (!aliases) {
    parameters.append("aliases", "off");
  }
  return parameters;
}
