// What comes of a gathering: its open task, the reminder of it, and the report.

import { GATHERING, GUEST_MAIL, TITLE } from "./invite.mjs";
import { TASK } from "./meeting.mjs";
import { Walker } from "./walker.mjs";

const NEXT = "/weimar/termine/2018-02-15-mensch-du-hast-recht";
const REPORT = "Wo die Fachkräfte bleiben";

async function carriesOver(office) {
  await office.goes(NEXT);
  await office.sees("Offenes aus früheren Sitzungen");
  await office.presses(new RegExp(`Auf die Tagesordnung.*${TASK}`));
  await office.sees("Der Punkt steht auf der Tagesordnung.");
  await office.goes(`${NEXT}/tagesordnung`);
  await office.sees(TASK, office.main.getByRole("listitem"));
}

async function settles(guest) {
  await guest.opensMail(GUEST_MAIL, "Erinnerung: Ihre Aufgabe bis Donnerstag, 15. März 2018");
  await guest.goes(await guest.linkInMail(/\/aufgabe\//));
  await guest.isAt("Aufgabe");
  await guest.sees(TASK);
  await guest.looks("flow task asked");
  await guest.presses("Als erledigt melden");
  await guest.sees("Die Aufgabe ist als erledigt gemeldet.");
  await guest.looks("flow task done");
}

async function reports(office) {
  await office.goes(GATHERING);
  await office.sees("Stattgefunden");
  await office.follows("Bericht schreiben");
  await office.writes("Überschrift", REPORT);
  await office.writes("Vorspann", "Offene Stellen, Wege in die Pflege und ein Beschluss.");
  await office.main.getByRole("textbox", { name: "Text", exact: true }).or(office.main.locator("[name=body]")).first()
    .fill("## Was besprochen wurde\n\nDie Kreisgruppe sprach mit dem Jobcenter.");
  await office.ticks("Alle");
  await office.presses("Vorschau");
  await office.sees("Was besprochen wurde");
  await office.looks("flow report preview");
  await office.presses("Meldung speichern");
  await office.sees("Der Entwurf ist gespeichert.");
  await office.presses("Veröffentlichen");
  await office.sees("Die Meldung ist veröffentlicht.");
}

async function reads(visitor) {
  await visitor.goes("/weimar");
  await visitor.follows(REPORT);
  await visitor.isAt(REPORT);
  await visitor.looks("flow report public");
  await visitor.goes(GATHERING);
  await visitor.isAt(TITLE);
  await visitor.sees(REPORT);
  await visitor.looks("flow gathering public");
  await visitor.pictures("termin-oeffentlich");
  await visitor.goes(`${GATHERING}/protokoll`);
  await visitor.missesNow("Das Jobcenter bittet um Geduld.");
}

/** The open task returns to the next agenda, and the public reads the report. */
export async function closes(stage, { office, guest }) {
  await stage.does("office takes the open task to the next agenda", () => carriesOver(office));
  await stage.does("office reports", () => reports(office));
  await stage.does("the public reads the report", async () => reads(await Walker.open(stage)));
  await stage.does("guest settles the task from the reminder", async () => {
    await office.waitsUntil("2018-03-14");
    await settles(guest);
  });
}
