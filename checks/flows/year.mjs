// The five meetings of a year, planned from nothing: proposed by a rule, corrected in the
// table, published; then one is moved and one cancelled, and whoever is invited learns of it.

import { GUEST_MAIL, releases } from "./invite.mjs";
import { Walker } from "./walker.mjs";

const PLAN = "/weimar/jahresplan/2018-vorstand";
const MONTHS = ["Februar", "April", "August", "Oktober", "Dezember"];
const ROWS = [
  { day: "2018-02-15", title: "Mensch, du hast Recht", focus: "Jahresbericht und Jahresthema" },
  { day: "2018-04-18", title: "Aus der Suchtberatung", focus: "Bericht aus der Arbeit" },
  { day: "2018-08-15", title: "Sommerfest und Ehrenamtstag", kind: "Sommerfest mit Preis", start: "15:00", end: "19:00" },
  { day: "2018-10-24", title: "Gespräch mit dem Rathaus", guest: ["Oberbürgermeisteramt", "Stadt Weimar"] },
  { day: "2018-12-05", title: "Planung 2019 und Jahresabschluss", kind: "Planung und Abrechnung" },
];
// What a year may cost an office at most, in minutes.
const MOST = 5;

async function begins(office) {
  await office.goes("/weimar/jahresplan");
  await office.writes("Jahr", "2018");
  await office.chooses("Für", "Vorstand");
  await office.presses("Plan beginnen");
  await office.sees("Der Plan ist begonnen.");
  await office.looks("flow year empty");
}

async function proposes(office) {
  await office.chooses("Der wievielte im Monat", "dritte");
  await office.chooses("Wochentag", "Mittwoch");
  await office.writesInto("rule_start", "10:00");
  await office.writesInto("rule_end", "12:00");
  for (const month of MONTHS) await office.ticks(month);
  await office.writes("Titel der Termine", "Sitzung");
  await office.presses("Termine vorschlagen");
  await office.presses("Vorschläge für Gastgeberinnen übernehmen");
  await office.looks("flow year proposed");
}

async function corrects(office) {
  for (const [before, row] of ROWS.entries()) {
    const at = (part) => `r${before + 1}_${part}`;
    const typed = { day: row.day, title: row.title, focus: row.focus, start: row.start, end: row.end };
    [typed.guest_function, typed.guest_body] = row.guest ?? [];
    for (const [part, text] of Object.entries(typed)) if (text) await office.writesInto(at(part), text);
    if (row.kind) await office.choosesIn(at("kind"), row.kind);
  }
  await office.presses("Plan speichern");
  await office.sees("Der Plan ist gespeichert.");
  await office.looks("flow year saved");
  await office.goes(`${PLAN}/bearbeiten`);
  await office.pictures("jahresplan-tabelle");
}

async function publishes(office) {
  await office.follows("Plan veröffentlichen");
  await office.sees(/Gespräch mit dem Rathaus/);
  await office.presses("Plan veröffentlichen");
  await office.sees("Der Plan ist veröffentlicht");
}

/** Clicks and keys as a person needs them. */
function counts(stage) {
  const minutes = stage.minutes();
  stage.notes.push(`a year in ${stage.clicks} clicks and ${stage.keys} keys, ${minutes.toFixed(1)} minutes`);
  if (minutes > MOST) throw new Error(`planning a year takes ${minutes.toFixed(1)} minutes`);
}

async function reads(visitor) {
  await visitor.goes(PLAN);
  for (const { title } of ROWS) await visitor.sees(title);
  await visitor.looks("flow year public");
  await visitor.pictures("jahresplan");
  const feed = await visitor.page.request.get(new URL("/weimar/termine.ics", visitor.stage.looker.base).href);
  if (!(await feed.text()).includes("Gespräch mit dem Rathaus")) throw new Error("the calendar lacks the new gatherings");
}

async function invitesTo(office, title) {
  await office.goes(PLAN);
  await office.follows(title);
  await office.follows("Einladung", office.main.getByRole("navigation"));
  await office.follows("Personen einladen");
  await office.presses("Weiter zur Vorschau");
  await office.isAt("Einladung prüfen");
  await office.presses("In den Postausgang legen");
  await office.sees("Die Einladungen liegen im Postausgang");
  await releases(office, "Einladung");
}

async function moves(office) {
  await office.goes(`${PLAN}/bearbeiten`);
  await office.writesInto("r2_day", "2018-04-25");
  await office.ticks(/^Ja, mit einer E-Mail/);
  await office.presses("Plan speichern");
  await office.sees("Der Plan ist gespeichert.");
}

async function cancels(office, title) {
  await office.goes(PLAN);
  await office.follows(title);
  await office.follows("Termin absagen");
  await office.writes("Grund", "Die Räume stehen nicht zur Verfügung.");
  await office.ticks(/^Ja, mit einer E-Mail/);
  await office.presses("Termin absagen");
  await office.sees("Abgesagt");
}

/** A year from the empty table to the first change. */
export async function plansTheYear(stage) {
  const office = await Walker.open(stage, "office");
  const guest = await Walker.open(stage);
  await stage.does("office begins the plan", () => begins(office));
  await stage.does("office has dates proposed", () => proposes(office));
  await stage.does("office corrects the table", () => corrects(office));
  await stage.does("office publishes the plan", () => publishes(office));
  counts(stage);
  await stage.does("the public reads it", () => reads(guest));
  await stage.does("office invites to two of them", async () => {
    await invitesTo(office, ROWS[1].title);
    await invitesTo(office, ROWS[3].title);
  });
  await stage.does("office moves one", () => moves(office));
  await stage.does("guest is told of the new day", async () => {
    await guest.opensMail(GUEST_MAIL, `Verlegt: ${ROWS[1].title}`);
    await guest.sees(/25\.\s+April 2018/);
  });
  await stage.does("office cancels another", () => cancels(office, ROWS[3].title));
  await stage.does("guest is told of that, too", () => guest.opensMail(GUEST_MAIL, `Abgesagt: ${ROWS[3].title}`));
  await stage.does("the plan shows both", async () => {
    await guest.goes(PLAN);
    await guest.sees("Abgesagt");
    await guest.looks("flow year changed");
  });
}
