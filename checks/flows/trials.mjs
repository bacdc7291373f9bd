// Trials of moving in: pages of others go from the file to records in an empty network, as an
// office would take them. What is right is said by the corpus's labels, and whatever a draft says
// otherwise is typed over in its form. Nothing of the pages is printed, only how often what was
// done, how long the program took, and how long a person would.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { setsUpNetwork } from "./begin.mjs";
import { startEmpty } from "./demo.mjs";
import { contactOf, corrections, dayOf, gatheringOf, isShort, organisationOf, recurringOf } from "./labels.mjs";
import { Walker } from "./walker.mjs";

// How fast somebody reads who checks something, in words a minute, and how long the look at a
// draft beside its evidence takes, in minutes.
const READING = 200;
const LOOK = 5 / 60;
// From so many words on a page that is no news either is worth keeping as such.
const WORTH = 200;
const MOST_DRAFTS = 80;

/** The file of a page: as it was on the web, else its text. */
function fileOf(corpus, id) {
  return [".html", ".txt"].map((ending) => join(corpus, "pages", id + ending)).find((path) => existsSync(path));
}

/** What the form of an open draft says, with what is said above it. */
async function read(office) {
  const values = await office.main.locator("form [name]").evaluateAll((all) => all.map((field) => [field.name, field.value]));
  const above = await office.main.innerText();
  const [, day, month] = above.match(/ der (\d+)\.(\d+)\. ohne Jahr/) ?? [];
  const [, words] = above.match(/Wiederholung nach der Seite: (.*)/) ?? [];
  const yearless = day && `${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const kind = await office.main.locator(".kreis-kicker").innerText();
  return { kind, yearless, words, ...Object.fromEntries(values) };
}

/** Types over some fields of the form. */
async function types(office, changes) {
  for (const [name, text] of Object.entries(changes)) await office.writesInto(name, text);
}

/** What is to be done with a draft: nothing, where it is rejected. */
function judged(left, draft) {
  const take = (list, label) => {
    if (label) left[list].splice(left[list].indexOf(label), 1);
    return label;
  };
  switch (draft.kind) {
    case "Termin": {
      const label = take("gatherings", gatheringOf(left.gatherings, draft));
      return label && !label.optional ? corrections(label, draft) : null;
    }
    case "Wiederkehrender Termin": {
      const label = take("recurring", recurringOf(left.recurring, draft));
      return label ? { wrong: {}, lacking: draft.start ? {} : { start: "10:00", end: "12:00" } } : null;
    }
    case "Organisation": {
      const label = take("organisations", organisationOf(left.organisations, draft.name));
      return label ? { wrong: isShort(label, draft.name) ? { name: label } : {}, lacking: {} } : null;
    }
    case "Ansprechperson": {
      const label = take("contacts", contactOf(left.contacts, draft));
      return label ? { wrong: {}, lacking: {} } : null;
    }
    default:
      return take("posts", left.posts[0]) ? { wrong: {}, lacking: {} } : null;
  }
}

/** Decides about the open draft; the next one follows by itself. */
async function decides(office, left, tally) {
  const draft = await read(office);
  const todo = judged(left, draft);
  tally.found += 1;
  if (!todo) {
    tally.rejected += 1;
    return office.presses("Ablehnen");
  }
  await types(office, { ...todo.wrong, ...todo.lacking });
  const changed = Object.keys(todo.wrong).length;
  tally.fields += changed;
  tally.filled += Object.keys(todo.lacking).length;
  tally[changed ? "corrected" : "untouched"] += 1;
  tally.records.push([draft.kind, todo.wrong.title ?? todo.wrong.name ?? draft.title ?? draft.name, todo.wrong.day ?? draft.day ?? draft.from]);
  await office.leaves(() => office.main.locator("form .kern-btn--primary").first().click());
  office.stage.clicks += 1;
  if (office.seen.answer.status() === 422) {
    const why = await office.main.locator(".kreis-summary, [role=alert]").first().innerText().catch(() => "");
    throw new Error(`a draft of kind "${draft.kind}" is refused: ${why.replaceAll("\n", " ")}`);
  }
}

/** Brings the file and answers how long the program took to read it, in seconds. */
async function brings(office, network, file) {
  await office.goes(`/${network}/uebernahme`);
  await office.main.getByLabel("Dateien").setInputFiles(file);
  office.stage.clicks += 3;
  const start = Date.now();
  await office.presses("Dateien einlesen");
  // The page renews itself every three seconds; the office looks sooner.
  while ((await office.main.getByRole("link", { name: "Entwürfe prüfen" }).count()) === 0) await office.page.reload();
  return (Date.now() - start) / 1000;
}

/** Looks at the page where pictures of it are wanted. */
async function looks(office, name) {
  if (office.stage.shots) await office.looks(`trial ${name}`);
}

/** Goes through all drafts of the file, the surest first. */
async function reviews(office, network, left, tally) {
  await office.goes(`/${network}/uebernahme/entwuerfe`);
  const first = office.main.locator("tbody th a").first();
  if ((await first.count()) === 0) return;
  await looks(office, `${left.id} list`);
  office.stage.clicks += 1;
  await office.leaves(() => first.click());
  const isDraft = () => /\/entwuerfe\/[0-9a-f-]{36}/.test(office.page.url());
  while (isDraft()) {
    if (tally.found > MOST_DRAFTS) throw new Error("the drafts do not come to an end");
    await looks(office, `${left.id} ${tally.found}`);
    await decides(office, left, tally);
  }
}

/** Types what no draft has brought. */
async function addsTheRest(office, network, left, tally) {
  const adds = async (path, fields) => {
    await office.goes(`/${network}/${path}`);
    office.stage.clicks += 2;
    await types(office, fields);
    await office.leaves(() => office.main.locator("form .kern-btn--primary").first().click());
    if (office.seen.answer.status() === 422) throw new Error(`${path} refuses what is typed`);
    tally.missing += 1;
  };
  for (const label of left.gatherings.filter((it) => !it.optional)) {
    const [start, end] = [label.start_time ?? "10:00", label.end_time ?? "23:00"];
    const place = { venue_name: label.venue ?? "", venue_town: label.city ?? "" };
    await adds("termin-anlegen", { title: label.title, day: dayOf(label), start, end, ...place });
    tally.records.push(["Termin", label.title, dayOf(label)]);
  }
  for (const name of left.organisations) {
    await adds("organisation-anlegen", { name });
    tally.records.push(["Mitglied", name]);
  }
  for (const label of left.contacts) {
    const name = label.name ?? label.role ?? label.email;
    await adds("person-anlegen", { name, mail: label.email ?? "", phone: label.phone ?? "" });
    tally.records.push(["Ansprechperson", name]);
  }
  for (const text of left.posts) {
    const [title] = text.split("\n");
    await adds("meldung-schreiben", { title, body: text });
    // The text is copied and not typed: marked, copied, put in.
    [office.stage.keys, office.stage.clicks] = [office.stage.keys - text.length, office.stage.clicks + 3];
    tally.records.push(["Meldung", title]);
  }
}

/** Where the lists of the network show a record. */
const LISTS = {
  Termin: (day) => `termine?jahr=${day.slice(0, 4)}`,
  "Wiederkehrender Termin": (day) => `termine?jahr=${day.slice(0, 4)}`,
  Organisation: () => "organisationen?art=andere",
  Mitglied: () => "organisationen",
  Ansprechperson: () => "personen",
  Meldung: () => "meldungen",
};

async function standsInTheLists(office, network, records) {
  for (const [kind, title, day] of records) {
    const list = LISTS[kind](day ?? "");
    if (!office.page.url().endsWith(list)) await office.goes(`/${network}/${list}`);
    const shown = office.main.getByText(title.replace(/\s+/g, " ").trim(), { exact: false });
    await office.expects(shown.first(), `a record of kind "${kind}"`);
  }
}

function tells(stage, id, tally) {
  const deciding = stage.minutes();
  const person = tally.words / READING + tally.found * LOOK + deciding;
  const columns = [id, tally.words, tally.found, tally.untouched, tally.corrected, tally.fields, tally.filled, tally.rejected, tally.missing, stage.clicks, stage.keys, tally.seconds.toFixed(1), person.toFixed(1)];
  stage.notes.push(`| ${columns.join(" | ")} |`);
}

/** One page from the file to its records. */
async function tries(stage, corpus, id) {
  const label = JSON.parse(readFileSync(join(corpus, "labels", `${id}.json`), "utf8"));
  const text = readFileSync(join(corpus, "pages", `${id}.txt`), "utf8");
  const words = text.split(/\s+/).length;
  const isNews = label.kind === "news" || (label.kind === "other" && words > WORTH);
  const tally = { words, found: 0, untouched: 0, corrected: 0, fields: 0, filled: 0, rejected: 0, missing: 0, seconds: 0, records: [] };
  const left = { id, posts: isNews ? [text] : [], recurring: label.recurring_undated ?? [], gatherings: label.gatherings, organisations: label.organisations, contacts: label.contacts };
  const office = await Walker.open(stage);
  await stage.does("an empty network", () => setsUpNetwork(stage, office));
  const network = new URL(office.page.url()).pathname.split("/")[1];
  [stage.clicks, stage.keys] = [0, 0];
  await stage.does("the page is read", async () => (tally.seconds = await brings(office, network, fileOf(corpus, id))));
  await stage.does("its drafts are reviewed", () => reviews(office, network, left, tally));
  await stage.does("what is missing is typed", () => addsTheRest(office, network, left, tally));
  tells(stage, id, tally);
  await stage.does("all stands in the lists", () => standsInTheLists(office, network, tally.records));
}

/** A flow for each page of a corpus that is there. */
export function trials(corpus) {
  if (!existsSync(corpus)) return [];
  const ids = readdirSync(join(corpus, "labels")).map((name) => name.replace(/\.json$/, ""));
  return ids.sort().map((id) => ({ name: `trial ${id}`, withScript: true, walk: (stage) => tries(stage, corpus, id), start: startEmpty }));
}
