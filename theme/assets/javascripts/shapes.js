// @ts-check
/**
 * The shapes of what the search's modules hand to each other. Nothing here is script, and no page loads it: the modules
 * name it in comments only, so that a reader's browser need not carry the types.
 */

// What is asked

/** @typedef {"relevance" | "newest" | "oldest"} Order */
/** @typedef {Map<string, string[]>} Selected for each facet chosen from, the keys of the values chosen */
/**
 * @typedef {object} Request
 * @property {string} query the words as typed
 * @property {Selected} selected
 * @property {Order} order
 * @property {boolean} aliases whether consultations count that only a registered alias or reading adds
 */
/** @typedef {{text: string, characters: string[], quoted: boolean}} Term a word as typed, and its folded characters */
/** @typedef {{wanted: Term[], unwanted: Term[]}} Query */

// Folding and matching

/**
 * What generator/japanese/folding.py makes: by the first code point of a row, in hexadecimal digits, the images of that
 * and the following ones (null: the character stays); what a letter and the mark after it become; and the characters
 * beside which white space goes, as between the brackets of a regular expression.
 * @typedef {{images: Record<string, (string | null)[]>, pairs: Record<string, string>, japanese: string,
 *   usual: UsualForms}} Tables
 */
/** @typedef {{character: string, start: number, end: number}} FoldedCharacter start and end in the text it came from */
/** @typedef {(text: string) => FoldedCharacter[]} Fold */
/**
 * What generator/japanese/variants.py makes: groups of kanji that are variants of the first, with a space between, and
 * each short legal form with its long one.
 * @typedef {{kanji: string, forms: [string, string, string][]}} UsualForms
 */
/** @typedef {(folded: FoldedCharacter[]) => FoldedCharacter[]} Usual */
/** @typedef {{own: FoldedCharacter[], usual: FoldedCharacter[]}} Reading a text folded, and in usual form */
/** @typedef {(text: string) => Reading} Read */
/** @typedef {{start: number, end: number}} Match a place in a text, in UTF-16 units */
/** @typedef {{own: string[], usual: string[]}} Word folded characters, and their usual form */
/** @typedef {{own: string[][], usual: string[][]}} Spellings what one thing asked for may be written as, itself and usually */

// Registered names

/**
 * A registered name: what kind it is (相手方), its page, how documents spell it, and what only readers call it.
 * @typedef {{kind: string, name: string, reading: string, address: string, spellings: string[], alsoCalled: string[]}} Name
 */
/** @typedef {"name" | "alias" | "reading"} How */
/** @typedef {{name: Name, how: How}} Meaning a registered name that terms stand for, and how they do */
/** @typedef {{terms: Term[], meanings: Meaning[]}} Unit terms that are asked for together, and what they stand for */
/** @typedef {ReturnType<typeof import("./names.js").createNames>} Names */
/**
 * One thing asked for: its words, the registered names it stands for, and other spellings of these, which find
 * consultations that the words themselves do not.
 * @typedef {Unit & {words: Word[], others: Word[]}} Asked
 */
/** @typedef {{files: number[], numbersPerFile: number}} Titles the files that hold the titles, the newest first */
/** @typedef {{fold: Fold, usual: Usual, wholeForms: (usual: string[]) => string[], names: Names, titles: Titles}} Vocabulary */

// What is found. A document is its place in the order of all, the newest first.

/** @typedef {Map<number, number>} Places for each document that holds a phrase, the best area it stands in */
/** @typedef {{own: Places, usual: Places}} Phrase where a phrase stands in documents, and in their usual form otherwise */
/** @typedef {{rank: number, added: number}} Hold how well a document holds a thing, and what finds it (ADDED in ranking.js) */
/** @typedef {Map<number, Hold>} Holds for each document that holds a thing */
/** @typedef {{place: number, rank: number, added: number}} Hit a document that holds everything */
/** @typedef {Uint8Array} Mask for each document 1 or 0 */
/**
 * With how many consultations hold it, whatever else is asked, and in how many only a variant of it stands.
 * @typedef {Asked & {count: number, variants: number}} Answered
 */
/**
 * @typedef {object} Answer
 * @property {Answered[]} asked
 * @property {Term[]} unwanted
 * @property {Int32Array} numbers the consultations in the order asked for
 * @property {Uint8Array} added for each of them, what finds it (ADDED in ranking.js)
 */
/** @typedef {Answer & {found: Mask, chosen: Map<string, Mask>}} Worked with what the query and each facet chosen leave */
/** @typedef {{key: string, name: string, within: string, places: number[]}} Value of a facet, with the documents it holds */
/** @typedef {{key: string, name: string, within: string, count: number}} Counted a value with how many are left with it */

/** @typedef {ReturnType<typeof import("./requests.js").watchRequests>} Requests */

// What is shown

/** @typedef {{text: string, marked: boolean}} Part */
/** @typedef {{anchor: string, name: string, parts: Part[]}} Excerpt */
/**
 * A consultation found.
 * @typedef {object} Found
 * @property {string} address
 * @property {number} number
 * @property {Part[]} title
 * @property {Part[]} subtitle
 * @property {string} date
 * @property {string} dateText
 * @property {[string, string][]} notes labels with what they say
 * @property {number} added what finds it (ADDED in ranking.js)
 * @property {string} anchor of the best section
 * @property {Excerpt[]} excerpts
 * @property {number} more how many more sections hold something of what was asked
 */
/** @typedef {{kind: string, text: string, address: string}} Suggestion what it is (相手方, 諮問 …), and where it leads */

// The files of the site (generator/site/search/browser_files.py)

/** @typedef {{anchor: string, name: string, blocks: string[]}} Section in each block a line feed between its phrases */
/**
 * search/text/NUMBER.json
 * @typedef {{address: string, number: number, title: string, subtitle: string | null, date: string, dateText: string,
 *   notes: [string, string][], sections: Section[]}} StoredText
 */
/**
 * search/documents.json, the newest first: the room of each area, runs of numbers, what Pagefind calls them, and what it
 * calls the usual form of those that have another, with the steps from one of these to the next.
 * @typedef {{rooms: number[], numbers: [number, number][], ids: {prefix: string, rests: string},
 *   usual: {rests: string, steps: number[]}}} StoredDocuments
 */
/** @typedef {{key: string, name: string, within: string, steps: number[]}} StoredValue search/facets/FACET.json */
/**
 * search/names.json: for each kind, the name, reading and address of each entry, its other spellings and what only
 * readers call it.
 * @typedef {{kind: string, entries: [string, string, string, string[]?, string[]?][]}[]} StoredNames
 */

export {};
