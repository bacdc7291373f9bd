// The second opinion on the words of days and times: Intl with the data that Node brings.
// Reads lines `language, form, from, to` and prints what stands for each, as JSON for dates.py.
//
//   node checks/dates.mjs < LINES

import { readFileSync } from "node:fs";

// British order and hours; American abbreviations, as three letters do for every month.
const PLACES = { de: "de-DE", en: "en-GB" };
const SHORT = { de: "de-DE", en: "en-US" };
const BETWEEN = { de: " bis ", en: " to " };

const LONG = { day: "numeric", month: "long", year: "numeric" };
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

const made = new Map();

/** Making one is dear, and all days share a few. */
function format(place, options) {
  const key = place + JSON.stringify(options);
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(place, { timeZone: "UTC", ...options }));
  return made.get(key);
}

const at = (text) => new Date(text.length > 10 ? `${text}Z` : `${text}T00:00Z`);
const hour = (text) => at(`2017-12-07T${text}`);

/** Dashes are words with us. */
const range = (text, lang) => text.replace(/\s*–\s*/u, BETWEEN[lang]);

function clock(moment, lang, zone = "UTC") {
  const text = format(PLACES[lang], { ...CLOCK, timeZone: zone }).format(moment);
  return lang === "de" ? `${text} Uhr` : text;
}

const clocks = (from, to, lang) => {
  const text = `${format(PLACES[lang], CLOCK).format(from)}${BETWEEN[lang]}${clock(to, lang)}`;
  return from < to ? text : clock(from, lang);
};

const part = (moment, lang, type, options) =>
  format(SHORT[lang], options).formatToParts(moment).find((it) => it.type === type).value;

const full = (moment, lang, zone = "UTC") =>
  `${format(PLACES[lang], { weekday: "long", timeZone: zone }).format(moment)}, ${format(PLACES[lang], { ...LONG, timeZone: zone }).format(moment)}`;

function short(moment, lang) {
  if (lang === "de") return format("de-DE", { day: "2-digit", month: "2-digit", year: "numeric" }).format(moment);
  return `${moment.getUTCDate()} ${part(moment, lang, "month", { day: "numeric", month: "short" })} ${moment.getUTCFullYear()}`;
}

const FORMS = {
  day_long: (day, _, lang) => full(at(day), lang),
  day: (day, _, lang) => format(PLACES[lang], LONG).format(at(day)),
  day_short: (day, _, lang) => short(at(day), lang),
  day_without_year: (day, _, lang) =>
    `${format(PLACES[lang], { weekday: "long" }).format(at(day))}, ${format(PLACES[lang], { day: "numeric", month: "long" }).format(at(day))}`,
  month_year: (day, _, lang) => format(PLACES[lang], { month: "long", year: "numeric" }).format(at(day)),
  weekday: (day, _, lang) => format(PLACES[lang], { weekday: "long" }).format(at(day)),
  weekday_short: (day, _, lang) => format(PLACES[lang], { weekday: "short" }).format(at(day)),
  month: (day, _, lang) => part(at(day), lang, "month", { day: "numeric", month: "long" }),
  month_short: (day, _, lang) => part(at(day), lang, "month", { day: "numeric", month: "short" }),
  day_span: (from, to, lang) =>
    from === to ? full(at(from), lang) : range(format(PLACES[lang], LONG).formatRange(at(from), at(to)), lang),
  span: (from, to, lang) =>
    from.slice(0, 10) === to.slice(0, 10)
      ? `${full(at(from), lang)}, ${clocks(at(from), at(to), lang)}`
      : `${full(at(from), lang)}, ${clock(at(from), lang)},${BETWEEN[lang]}${full(at(to), lang)}, ${clock(at(to), lang)}`,
  day_and_time: (from, _, lang) => `${full(at(from), lang)}, ${clock(at(from), lang)}`,
  day_and_time_short: (from, _, lang) => `${short(at(from), lang)}, ${clock(at(from), lang)}`,
  time: (from, _, lang) => clock(hour(from), lang),
  time_span: (from, to, lang) => clocks(hour(from), hour(to), lang),
  instant: (text, zone, lang) => `${full(new Date(text), lang, zone)}, ${clock(new Date(text), lang, zone)}`,
};

const lines = readFileSync(0, "utf-8").split("\n").filter(Boolean);
const words = lines.map((line) => {
  const [lang, form, from, to] = line.split("\t");
  return FORMS[form](from, to, lang);
});
console.log(JSON.stringify(words));
