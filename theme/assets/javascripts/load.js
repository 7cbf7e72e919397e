// @ts-check
/** Loads what the build wrote for the search. */

/**
 * Returns the content of a JSON file. Throws where it cannot be loaded. The host is asked whether what the browser has is
 * still true: the files are made for each other, and of two builds they would not fit together.
 * @param {URL} address
 */
export async function loadJson(address) {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) {
    throw new Error(`${address}: ${response.status}`);
  }
  return response.json();
}
