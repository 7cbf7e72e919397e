// @ts-check
/** The pages' way to the search, which runs in a worker: one for each page. */

/** @import {Answer, Counted, Found, Name, Request, Suggestion} from "./shapes.js" */

/** The search of this page. It loads nothing before it is asked, and loads anew what could not be loaded before. */
export const search = createSearch();

function createSearch() {
  /** @type {Map<number, {resolve: (answer: any) => void, reject: (failure: Error) => void}>} */
  const waiting = new Map();
  /** @type {Worker | undefined} */
  let worker;
  let asked = 0;

  function started() {
    const starting = new Worker(new URL("search-worker.js", import.meta.url), { type: "module" });
    starting.addEventListener("message", ({ data: { id, answer, failure } }) => {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (failure === undefined) {
        resolve?.(answer);
      } else {
        reject?.(new Error(failure));
      }
    });
    // It cannot be loaded, or has failed as a whole: it will answer nothing any more. The next question starts another.
    starting.addEventListener("error", (event) => {
      event.preventDefault();
      starting.terminate();
      if (worker !== starting) {
        return;
      }
      waiting.forEach(({ reject }) => reject(new Error(event.message ?? "the search cannot be started")));
      waiting.clear();
      worker = undefined;
    });
    return starting;
  }

  /**
   * @param {string} question
   * @param {unknown[]} details
   */
  function ask(question, ...details) {
    asked += 1;
    const id = asked;
    const running = (worker ??= started());
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      running.postMessage({ id, question, details });
    });
  }

  return {
    /** @type {(request: Request) => Promise<Answer>} */
    answer: (request) => ask("answer", request),
    /** @type {(request: Request, from: number, to: number) => Promise<Found[]>} some of the answer, as it is shown */
    results: (request, from, to) => ask("results", request, from, to),
    /** @type {(request: Request, facet: string) => Promise<Counted[]>} the values of a facet, and what each would leave */
    counts: (request, facet) => ask("counts", request, facet),
    /** @type {(text: string) => Promise<Suggestion[]>} */
    suggest: (text) => ask("suggest", text),
    /** @type {(word: string) => Promise<Name[]>} registered names that resemble a word */
    nearest: (word) => ask("nearest", word),
  };
}
