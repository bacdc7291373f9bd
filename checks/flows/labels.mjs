// What labelled pages say, against what a form of a draft says: by the rules of the corpus's own
// scorer (dates, times, venues and towns), as somebody would judge who has read the page.

const fold = (text) => String(text ?? "").replace(/\s+/g, " ").trim().toLowerCase();
const words = (text) => fold(text).match(/[\p{L}\p{N}_]+/gu) ?? [];

/** How alike two texts are by their words, from 0 to 1. */
function likeness(one, other) {
  const [mine, theirs] = [words(one), words(other)];
  if (mine.length === 0 || theirs.length === 0) return 0;
  let shared = 0;
  const left = [...theirs];
  for (const word of mine) {
    const at = left.indexOf(word);
    if (at >= 0) shared += left.splice(at, 1).length;
  }
  return (2 * shared) / (mine.length + theirs.length);
}

const answers = (label, field) => [label[field], ...(label[`${field}_alt`] ?? [])];
const begins = (one, other) => one.every((word, at) => other[at] === word);

/** The day that a label means, with a year where it says none. */
export function dayOf(label) {
  return label.start_date ?? label.accept_dates?.find((day) => day.length === 10) ?? label.start_date_partial?.replace("-", new Date().getFullYear());
}

/** Whether a draft is about a label's day; one without a year is told by its month and day. */
function isOnDay(label, { day, yearless }) {
  const days = [label.start_date, label.start_date_partial, ...(label.accept_dates ?? [])].filter(Boolean);
  if (day) return days.some((it) => it === day || it === `-${day.slice(4)}`);
  return Boolean(yearless) && days.some((it) => it.endsWith(yearless));
}

/** The label that a draft is about, the likeliest of those that are left. */
export function gatheringOf(labels, draft) {
  const close = (label) => 2 * likeness(label.title, draft.title) + likeness(label.venue, draft.venue) + Number(label.start_time === draft.start) + (label.optional ? 0 : 9);
  return labels.filter((label) => isOnDay(label, draft)).sort((one, other) => close(other) - close(one))[0];
}

function isVenue(label, { venue, street }) {
  const said = [venue, street].filter(Boolean).join(", ");
  return answers(label, "venue").some((it) => (it ? [venue, said].some((mine) => likeness(it, mine) >= 0.6) : !said));
}

function isTown(label, town) {
  return answers(label, "city").some((it) => {
    const [mine, theirs] = [words(town), words(it)];
    return mine.length === 0 || theirs.length === 0 ? mine.length === theirs.length : begins(mine, theirs) || begins(theirs, mine);
  });
}

/** What is wrong in the form of a gathering, by field; what it lacks and the page does not say
 *  either is typed all the same, because no gathering is without it. */
export function corrections(label, draft) {
  const [wrong, lacking] = [{}, {}];
  if (likeness(label.title, draft.title) < 0.5) wrong.title = label.title;
  if (!draft.day) wrong.day = dayOf(label);
  if (!answers(label, "start_time").includes(draft.start || null) && label.start_time) wrong.start = label.start_time;
  else if (!draft.start) lacking.start = "10:00";
  if (label.end_time && label.end_time !== draft.end) wrong.end = label.end_time;
  else if (!draft.end) lacking.end = "23:00";
  if (label.end_date && label.end_date !== draft.last_day) wrong.last_day = label.end_date;
  if (!isVenue(label, draft)) wrong.venue = label.venue ?? "";
  if (!isTown(label, draft.town)) wrong.town = label.city ?? "";
  return { wrong, lacking };
}

/** The labelled organisation that a name means: the same, a part of it, or more than it. */
export function organisationOf(labels, name) {
  const mine = fold(name);
  return labels.find((label) => mine.includes(fold(label)) || (mine.length >= 4 && fold(label).includes(mine) && 2 * mine.length >= fold(label).length));
}

/** Whether a draft of an organisation cuts its name short. */
export const isShort = (label, name) => !fold(name).includes(fold(label));

const digits = (text) => fold(text).replace(/\D/g, "");

/** The labelled person to ask that a draft means. */
export function contactOf(labels, { name, mail, phone }) {
  return labels.find(
    (label) =>
      (mail && fold(label.email) === fold(mail)) ||
      (digits(phone).length > 4 && digits(label.phone).endsWith(digits(phone).slice(-5))) ||
      [label.name, label.role].some((it) => likeness(it, name) >= 0.5),
  );
}

/** The labelled rhythm that a draft means. */
export function recurringOf(labels, { title, words: said }) {
  return labels.find((label) => likeness(label.recurrence, said) >= 0.5 || likeness(label.title, title) >= 0.5);
}
