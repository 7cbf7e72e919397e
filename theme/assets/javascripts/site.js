// @ts-check
/** Where the site is. Every script of ours stands in assets/javascripts/ of it. */

export const siteRoot = new URL("../../", import.meta.url);
