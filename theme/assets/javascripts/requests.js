// @ts-check
/** What this worker asks of the host. */

/**
 * Counts from now on the requests of a worker that fail. Pagefind says nothing where a part of its index cannot be
 * loaded, and finds nothing: so whoever asks it must know.
 * @param {{fetch: typeof fetch}} scope of the worker
 */
export function watchRequests(scope) {
  const plainFetch = scope.fetch.bind(scope);
  let failed = 0;
  scope.fetch = async (...details) => {
    try {
      const response = await plainFetch(...details);
      failed += response.ok ? 0 : 1;
      return response;
    } catch (error) {
      failed += 1;
      throw error;
    }
  };
  return { failed: () => failed };
}
