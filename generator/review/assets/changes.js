// @ts-check
/** Loads the page anew as soon as a file has been saved that it is made of. */

const PAUSE = 1000;
const LOST = "接続が切れました。続けるときは、archive review をもう一度実行してください。";

/**
 * @param {string} stamp that of the files as this page shows them
 * @param {() => void} keepPlace is called before the page is loaded anew
 * @param {(text: string, stays?: boolean) => void} say
 */
export function followChanges(stamp, keepPlace, say) {
  let isLost = false;

  async function look() {
    try {
      const response = await fetch("/stamp", { cache: "no-store" });
      const current = await response.text();
      if (response.ok && current !== stamp) {
        keepPlace();
        location.reload();
        return;
      }
      if (isLost) {
        isLost = false;
        say("");
      }
    } catch {
      if (!isLost) {
        isLost = true;
        say(LOST, true);
      }
    }
    setTimeout(look, PAUSE);
  }

  setTimeout(look, PAUSE);
}
