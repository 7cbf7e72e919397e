// @ts-check
/** What is said of an answer as a whole: how many consultations there are, and why. */

import { ADDED } from "./ranking.js";

/** @import {Answer, Request, Term} from "./shapes.js" */

/**
 * Returns the sentence that announces the result.
 * @param {Answer} answer
 * @param {Request} request
 */
export function summary({ asked, unwanted, numbers, added }, { selected }) {
  const wanted = asked.flatMap(({ terms }) => terms);
  /** Each as a verb that goes on, and as one that ends before a noun. */
  const conditions = [
    ...(wanted.length > 0 ? [{ middle: `${named(wanted)}を含み、`, end: `${named(wanted)}を含む` }] : []),
    ...(unwanted.length > 0 ? [{ middle: `${named(unwanted)}を含まず、`, end: `${named(unwanted)}を含まない` }] : []),
    ...(selected.size > 0 ? [{ middle: "選んだ条件に合い、", end: "選んだ条件に合う" }] : []),
  ];
  const last = conditions.pop();
  if (!last) {
    return "探す言葉を入れるか、条件を選んでください。";
  }
  const subject = `${conditions.map(({ middle }) => middle).join("")}${last.end}諮問は`;
  const ways = [
    { how: ADDED.variant, way: "字体や略し方の違い" },
    { how: ADDED.name, way: "登録された別名・読み" },
  ]
    .map(({ how, way }) => ({ count: added.filter((one) => one === how).length, way }))
    .filter(({ count }) => count > 0)
    .map(({ count, way }) => `${count}件は、${way}`);
  const ofThem = ways.length > 0 ? `うち${ways.join("で、")}で見つかったものです。` : "";
  return numbers.length > 0 ? `${subject}${numbers.length}件です。${ofThem}` : `${subject}ありません。`;
}

/** @param {Term[]} terms */
export function named(terms) {
  return terms.map(({ text }) => `「${text}」`).join("と");
}
