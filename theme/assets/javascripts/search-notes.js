// @ts-check
/** What is said beneath the number of consultations found: what words were taken for, and what to do where none is. */

import { element } from "./elements.js";
import { named } from "./search-summary.js";

/** @import {Answer, Answered, Name, Request} from "./shapes.js" */

const BE = { name: "という名前で登録されています", alias: "の別名です", reading: "の読みです" };

/**
 * Returns what words were taken for, and that they are also written otherwise, with the switch for what that adds.
 * @param {Answer} answer
 * @param {Request} request
 * @param {URL} siteRoot
 * @param {(aliases: boolean) => void} choose
 */
export function meaningNotes({ asked }, { aliases }, siteRoot, choose) {
  /** @param {string} added */
  function switched(added) {
    const button = element("button", { type: "button" }, aliases ? "加えない" : "加える");
    button.addEventListener("click", () => choose(!aliases));
    return [aliases ? `${added}諮問も加えています。` : `${added}諮問は加えていません。`, " ", button];
  }
  return asked.flatMap((thing) => {
    const notes = [];
    if (thing.meanings.length > 0) {
      const note = element("p", { className: "archive-search__note" }, `${named([joined(thing)])}は、`);
      thing.meanings.forEach(({ name, how }, index) => {
        note.append(index > 0 ? "、" : "", ...nameLink(name, siteRoot), BE[how]);
      });
      note.append("。", ...(thing.others.length > 0 ? switched("登録された名前を含む") : []));
      notes.push(note);
    }
    if (thing.variants > 0) {
      const otherwise = `${named([joined(thing)])}と字体や略し方だけが違う言葉を含む`;
      notes.push(element("p", { className: "archive-search__note" }, ...switched(otherwise)));
    }
    return notes;
  });
}

/**
 * Returns what may help where nothing was found.
 * @param {Answer} answer
 * @param {Name[]} nearest
 * @param {URL} siteRoot
 */
export function nothingFoundNotes({ asked }, nearest, siteRoot) {
  const notes = [];
  if (asked.length > 1) {
    const each = asked.map((thing) => `${named([joined(thing)])}は${thing.count}件`).join("、");
    notes.push(element("p", { className: "archive-search__note" }, `1つずつなら、${each}の諮問にあります。`));
  }
  if (nearest.length > 0) {
    const links = nearest.map((name) => element("li", {}, ...nameLink(name, siteRoot)));
    notes.push(
      element("p", { className: "archive-search__note" }, "登録された名前のうち、近いもの:"),
      element("ul", { className: "archive-search__nearest" }, ...links),
    );
  }
  notes.push(
    element("p", { className: "archive-search__note" }, "言葉を短くするか、", element("a", { href: "#search-indexes" }, "一覧"), "からお探しください。"),
  );
  return notes;
}

/** @param {Answered} thing */
function joined({ terms }) {
  return { ...terms[0], text: terms.map(({ text }) => text).join(" ") };
}

/**
 * @param {Name} name
 * @param {URL} siteRoot
 */
function nameLink({ kind, name, address }, siteRoot) {
  return [element("a", { href: new URL(address, siteRoot).href }, name), `（${kind}）`];
}
