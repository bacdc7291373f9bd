// Text in another language than its page says so: a screen reader speaks it as what the
// nearest `lang` names (WCAG 3.1.2). Here it is German on English pages.

// Words that German sentences are made of and English ones are not.
const GERMAN = [
  "aber als am an auf aus bei beim bis das dem den der des die durch ein eine einem einen einer",
  "für gegen haben ihre im ist kein keine mit nach nicht noch oder ohne sich sie sind sowie über",
  "um und unter vom von vor wenn werden wie wird zum zur zwischen",
]
  .join(" ")
  .split(" ")
  // These are English words too.
  .filter((word) => !["am", "an", "die", "den", "um"].includes(word));
// Addresses, the blanks of a wording, and names of Länder and of their authorities.
const NAMES = /\S+@\S+|\{[^}]*\}|Baden-Württemberg|for example to the [^.]*/g;

/** Runs in the page: all text that speaks the page's own language, an entry each. */
function ownText() {
  const entries = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    // The halves of a mail address that may break.
    if ([node.previousSibling, node.nextSibling].some((beside) => beside?.nodeName === "WBR")) continue;
    const text = node.data.replace(/\s+/g, " ").trim();
    if (!text || holder.closest("script, style, noscript, textarea")) continue;
    if (holder.closest("[lang]").lang === document.documentElement.lang) entries.push(text);
  }
  const fields = document.querySelectorAll("input[type=text], textarea");
  for (const field of fields) {
    if (field.closest("[lang]").lang === document.documentElement.lang) entries.push(field.value);
  }
  for (const picture of document.querySelectorAll("img[alt]")) {
    if (picture.closest("[lang]").lang === document.documentElement.lang) entries.push(picture.alt);
  }
  return entries;
}

/** Whether a text looks German: words of its sentences, or letters that English lacks. */
export function looksGerman(text) {
  const words = text.replace(NAMES, " ").toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.some((word) => GERMAN.includes(word) || /[äöüß]/.test(word));
}

/** German on an English page that does not say so; `titles` must say so wherever they stand. */
export async function languageFaults(page, titles = []) {
  const lang = await page.evaluate(() => document.documentElement.lang);
  if (lang !== "en") return [];
  const texts = await page.evaluate(ownText);
  const faults = texts.filter((text) => looksGerman(text) || titles.some((title) => text.includes(title)));
  return [...new Set(faults)].map((text) => ({
    kind: "language",
    what: `"${text.slice(0, 80)}" speaks English`,
  }));
}
