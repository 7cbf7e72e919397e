// @ts-check
/** What this worker asks of the host. */

/**
 * Counts from now on the requests of a worker to a folder that fail. Pagefind says nothing where a part of its index cannot be
 * loaded, and finds nothing: so whoever asks it must know.
 * @param {{fetch: typeof fetch}} scope of the worker
 * @param {URL} folder
 */
export function watchRequests(scope, folder) {
  const plainFetch = scope.fetch.bind(scope);
  let failed = 0;
  scope.fetch = async (...details) => {
    const isWatched = new Request(...details).url.startsWith(folder.href);
    try {
      const response = await plainFetch(...details);
      failed += isWatched && !response.ok ? 1 : 0;
      return response;
    } catch (error) {
      failed += isWatched ? 1 : 0;
      throw error;
    }
  };
  return { failed: () => failed };
}
