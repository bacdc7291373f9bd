// An office moves in: pages that it has saved, a whole website, a paper and a calendar become
// drafts beside their sources, and what it decides about them becomes records.

import { readFileSync } from "node:fs";

import { archive } from "./archive.mjs";
import { reaches } from "./keyboard.mjs";
import { Walker } from "./walker.mjs";

const READING_MS = 120_000;
const HOME = "/weimar/uebernahme";
const PHONE = { width: 360, height: 740 };
const SAMPLES = new URL("../../crates/reading/tests/", import.meta.url);
const sample = (name) => readFileSync(new URL(name, SAMPLES));

const KNOWN = "Nachbarschaftshaus Ilmpark e.V.";
const LETTER = `Rundbrief aus dem Ilmpark

Erntecafé im Garten

Am Donnerstag, 6. September 2018, öffnet das ${KNOWN} von 15 bis 18 Uhr seinen Garten. Ort: Gartenhaus, Parkweg 2, 99423 Weimar.

Bei Fragen: Café-Team, Telefon 03643 555120, cafe@ilmpark.example
`;
const PAGE = sample("pages/01-wordpress.html");
const WEBSITE = archive({
  "website/veranstaltungen.html": sample("pages/03-typo3.html"),
  "website/kalender.html": sample("pages/05-contao.html"),
  "website/aussehen.css": "h1 { color: teal }",
});
const FILES = { "fachtag.html": PAGE, "rundbrief.txt": LETTER, "website.zip": WEBSITE, "kalender.ics": sample("calendars/evolution.ics") };
// What comes again in the calendar, day by day, without the days that have no hours.
const TIMES = 20;

const CONFERENCE = /^Fachtag „Wohnen ohne Adresse“$/;
const CAFE = "Erntecafé im Garten";
const FAIR = "Ehrenamtsbörse der Region";
const ACCEPT = "Als Terminentwurf übernehmen";

/** Chooses files and has them read; says what the page says first. */
async function brings(office, files) {
  await office.goes(HOME);
  await office.isAt("Übernahme aus vorhandenen Seiten");
  const chosen = Object.entries(files).map(([name, buffer]) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(buffer) }));
  await office.main.getByLabel("Dateien").setInputFiles(chosen);
  await office.presses("Dateien einlesen");
}

/** The page of files renews itself, with and without scripts, until all are read. */
async function waits(office, count) {
  await office.sees(new RegExp(`\\d von ${count} Dateien? gelesen`));
  // Each file is read by a program of its own, one after the other.
  const way = office.main.getByRole("link", { name: "Entwürfe prüfen" });
  await office.expects(way, "the way to the drafts", { timeout: READING_MS });
  await office.isAt("Dateien sind gelesen");
}

/** The drafts of a file, in one of the states. */
async function opens(office, file, state) {
  await office.goes(HOME);
  await office.follows(file);
  await office.isAt(file);
  if (state) await office.follows(new RegExp(`^${state}`), office.main.getByRole("navigation", { name: "Entwürfe nach Stand" }));
}

/** The passage that says it is marked; with scripts it is in sight, however long the source. */
async function showsEvidence(office, words) {
  const mark = office.main.locator("mark").filter({ hasText: words }).first();
  await office.expects(mark, `the evidence "${words}"`);
  if (!office.stage.withScript) return;
  const isInSight = await mark.evaluate((element) => {
    const [outer, inner] = [element.closest(".kreis-source"), element].map((it) => it.getBoundingClientRect());
    return inner.top >= outer.top && inner.bottom <= outer.bottom;
  });
  if (!isInSight) throw new Error(`the source does not open at "${words}"`);
}

async function bringsAll(office) {
  await office.goes(HOME);
  await office.looks("flow moving in");
  await brings(office, FILES);
  await waits(office, Object.keys(FILES).length);
  await office.looks("flow moving in read");
}

async function reviews(office) {
  await opens(office, "fachtag.html");
  await office.looks("flow moving in one file");
  await office.follows(CONFERENCE);
  await office.isAt(CONFERENCE);
  for (const words of ["3. April 2025", "Alten Speicher"]) await showsEvidence(office, words);
  await office.sees("Anmeldung bis 21. März 2025.");
  await office.looks("flow moving in draft");
  await office.pictures("uebernahme-entwurf");
}

async function corrects(office) {
  await office.writes("Titel", "");
  await office.presses(ACCEPT);
  await office.isAt(CONFERENCE, 422);
  await office.looks("flow moving in refused");
  await office.writes("Titel", "Fachtag Wohnen ohne Adresse");
  await office.writes("Haus oder Raum", "Alter Speicher");
  await office.presses("Nur speichern");
  await office.sees("Die Korrektur ist gespeichert.");
}

async function merges(office) {
  await opens(office, "rundbrief.txt");
  await office.follows(KNOWN);
  await office.sees("Steht sie schon im Verzeichnis?");
  await office.sees("Wohl derselbe Eintrag");
  await office.follows(/^Damit zusammenführen/);
  await office.isAt(/zusammenführen\?$/);
  await office.looks("flow moving in merge");
  await office.presses("Damit zusammenführen");
  await office.sees("Der Entwurf ist zusammengeführt.");
}

async function rejects(office) {
  await opens(office, "rundbrief.txt");
  await office.follows("cafe@ilmpark.example");
  await office.presses("Ablehnen");
  await office.sees("Der Entwurf ist abgelehnt.");
  await opens(office, "rundbrief.txt", "Abgelehnt");
  await office.sees("cafe@ilmpark.example");
}

/** Goes to a control by Tab and presses Enter there. */
async function enters(office, role, name, within = office.main) {
  const place = within.getByRole(role, { name }).first();
  await reaches(office, place, `"${name}"`);
  await office.leaves(() => office.page.keyboard.press("Enter"));
}

/** Accepts, takes back and accepts again without a mouse. */
async function decidesByKeyboard(office) {
  await office.goes(HOME);
  await enters(office, "link", "rundbrief.txt");
  await enters(office, "link", CAFE);
  await enters(office, "button", ACCEPT);
  await office.sees("Der Entwurf ist übernommen. Veröffentlicht ist dadurch nichts.");
  await enters(office, "link", /^Übernommen/);
  await enters(office, "link", CAFE);
  await office.sees(/^Übernommen am/);
  await office.looks("flow moving in accepted");
  await enters(office, "button", "Entscheidung zurücknehmen");
  await office.sees("Zurückgenommen. Der Entwurf ist wieder offen.");
  await enters(office, "button", ACCEPT);
  await office.sees("Der Entwurf ist übernommen.");
}

async function acceptsOnAPhone(office) {
  await office.page.setViewportSize(PHONE);
  await opens(office, "website.zip");
  await office.follows(FAIR);
  await showsEvidence(office, "26.09.2026");
  await office.looks("flow moving in phone");
  await office.page.setViewportSize(PHONE);
  await office.presses(ACCEPT);
  await office.sees("Der Entwurf ist übernommen.");
}

async function acceptsTheRest(office) {
  await opens(office, "kalender.ics");
  await office.follows("Runder Tisch Ehrenamt");
  await showsEvidence(office, "Runder Tisch Ehrenamt");
  await office.sees("Wiederholung nach der Seite: alle 2 Wochen, 2-mal");
  await opens(office, "kalender.ics");
  await office.follows("Sichere Entwürfe gemeinsam übernehmen");
  await office.sees(`${TIMES} Entwürfe werden übernommen`);
  await office.looks("flow moving in all");
  await office.presses(`${TIMES} Entwürfe übernehmen`);
  await office.sees(new RegExp(`Übernommen: ${TIMES},`));
  await office.follows("Alles davon zurücknehmen");
  await office.looks("flow moving in back together");
  await office.presses(`${TIMES} Entscheidungen zurücknehmen`);
  await office.sees("Alles davon ist zurückgenommen.");
  await opens(office, "kalender.ics");
  await office.follows("Sichere Entwürfe gemeinsam übernehmen");
  await office.presses(`${TIMES} Entwürfe übernehmen`);
  await office.sees(new RegExp(`Übernommen: ${TIMES},`));
  await office.goes("/weimar/termine");
  await office.sees("Stammtisch der Fördervereine");
}

async function bringsThemAgain(office) {
  await brings(office, FILES);
  await office.sees("Alle Dateien waren schon da. Nichts hat sich geändert.");
  const later = PAGE.toString().replace("9:30", "10:30");
  await brings(office, { "fachtag.html": later });
  await waits(office, 1);
  await opens(office, "fachtag.html");
  await office.sees("Quelle hat sich geändert");
  await office.follows(/^Fachtag Wohnen ohne Adresse$/);
  await office.sees("Ihre Korrektur gilt weiter.");
  const [venue, start] = await Promise.all(["Haus oder Raum", "Beginn"].map((label) => office.main.getByLabel(label).first().inputValue()));
  if (venue !== "Alter Speicher" || start !== "09:30") throw new Error(`the draft says ${venue}, ${start}`);
  await office.looks("flow moving in changed source");
}

async function publishes(office, visitor) {
  await opens(office, "website.zip", "Übernommen");
  await office.follows(FAIR);
  await office.follows(FAIR);
  await office.isAt(FAIR);
  const { pathname } = new URL(office.page.url());
  await visitor.goes(pathname);
  if (visitor.seen.answer.status() !== 404) throw new Error("everybody sees what only the office should");
  await office.presses("Termin ankündigen");
  await office.sees("Der Termin ist angekündigt.");
  await visitor.goes(pathname);
  await visitor.isAt(FAIR);
  await visitor.sees("Ostthüringenhalle");
  await visitor.looks("flow moving in public");
  await visitor.goes("/weimar/termine");
  await visitor.sees(FAIR);
  await visitor.missesNow(CAFE);
}

/** From saved files to a gathering that everybody sees. */
export async function movesIn(stage) {
  const office = await Walker.open(stage, "office");
  const visitor = await Walker.open(stage);
  await stage.does("office brings its files", () => bringsAll(office));
  await stage.does("office looks at a draft beside its source", () => reviews(office));
  await stage.does("office corrects it", () => corrects(office));
  await stage.does("office merges an organisation", () => merges(office));
  await stage.does("office rejects a person", () => rejects(office));
  await stage.does("office decides without a mouse", () => decidesByKeyboard(office));
  await stage.does("office accepts on a phone", () => acceptsOnAPhone(office));
  await stage.does("office accepts a calendar at once, takes it back and accepts it again", () => acceptsTheRest(office));
  await stage.does("office brings the files again", () => bringsThemAgain(office));
  await stage.does("office publishes one, a visitor sees it", () => publishes(office, visitor));
}
