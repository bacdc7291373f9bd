// The day itself: who came, and what is written down.

import { GATHERING, GUEST } from "./invite.mjs";

export const WORDING = "Die Kreisgruppe bittet das Jobcenter um eine feste Ansprechperson.";
export const TASK = "Räume für das Frühjahr anfragen";
const KNOWN = `@${GUEST} bis 15.3.: ${TASK}`;
const UNKNOWN = "@Hausmeisterei bis 20.12.: Stühle zählen";

async function notesAttendance(office) {
  await office.goes(`${GATHERING}/teilnahme`);
  await office.isAt("Teilnahme");
  const row = office.main.getByRole("row").filter({ hasText: GUEST });
  await office.expects(row.getByRole("combobox"), "the guest among those expected");
  await office.chooses("Teilnahme von Geschäftsführung Lebenshilfe-Werk", "present");
  await office.looks("flow attendance");
  await office.pictures("teilnahme");
  await office.presses("Teilnahme speichern");
  await office.sees("Die Teilnahme ist gespeichert.");
  await office.sees("Vertretene Organisationen");
  const deputy = row.getByLabel(`${GUEST} vertreten durch`);
  if ((await deputy.inputValue()) !== "Teamleitung Ambulante Dienste") {
    throw new Error("the deputy of the reply is not the one who stood in");
  }
}

/** Writes into the second entry; with a script that is saved without a press. */
async function writesEntry(stage, office) {
  const entry = office.main.getByRole("listitem").filter({ has: office.page.getByRole("heading", { name: /^TOP 2/ }) });
  const text = `Die Zahl der offenen Stellen ist gestiegen.\n\n- Pflege: 40\n- Erziehung: 25\n\n${KNOWN}\n${UNKNOWN}`;
  await office.writes("Öffentlicher Teil", text, entry);
  if (stage.withScript) {
    await office.writes("Intern", "Das Jobcenter bittet um Geduld.", entry);
    await office.page.keyboard.press("Tab");
    await office.sees("Gespeichert. Eine Aufgabe ist noch unklar.", entry);
    await office.follows("Frage klären", entry);
  } else {
    await office.writes("Intern", "Das Jobcenter bittet um Geduld.", entry);
    await office.presses("Speichern", entry);
    await office.sees("Der Eintrag ist gespeichert. Eine Aufgabe ist noch unklar.");
  }
}

async function clearsQuestion(office) {
  await office.sees("Das Verzeichnis kennt niemanden mit dem Namen „Hausmeisterei“.");
  await office.looks("flow minutes question");
  await office.pictures("protokoll-frage");
  await office.presses("Antwort speichern");
  await office.sees("Bitte wählen Sie etwas aus.");
  await office.chooses("Gemeint ist", { label: "„Hausmeisterei“ steht nicht im Verzeichnis (ohne Erinnerung)" });
  await office.presses("Antwort speichern");
  await office.sees("Die Antwort ist gespeichert, die Aufgabe ist klar.");
  await office.sees("Stühle zählen", office.main.locator(".kreis-tasks, ul, table"));
}

async function decides(office) {
  await office.follows(/^Beschluss festhalten Aussprache/);
  await office.isAt("Beschluss festhalten");
  await office.writes("Wortlaut", WORDING);
  await office.ticks("angenommen");
  await office.writes("Ja", "14");
  await office.presses("Beschluss speichern");
  await office.isAt("Beschluss festhalten", 422);
  await office.sees("Wenn gezählt wurde, gehören Ja und Nein dazu.");
  await office.writes("Nein", "1");
  await office.writes("Enthaltungen", "2");
  await office.presses("Beschluss speichern");
  await office.sees("14 Ja, 1 Nein, 2 Enthaltungen");
}

/** The day comes; attendance is taken and minutes are written. */
export async function meets(stage, { office }) {
  await stage.does("the day comes", async () => {
    await office.goes(GATHERING);
    await office.waitsUntil("2017-12-07");
  });
  await stage.does("office notes who came", () => notesAttendance(office));
  await stage.does("office begins minutes", async () => {
    await office.goes(`${GATHERING}/protokoll`);
    await office.sees("Noch kein Protokoll");
    await office.presses("Protokoll beginnen");
    await office.isAt("Protokoll schreiben");
  });
  await stage.does("office writes an entry with two tasks", () => writesEntry(stage, office));
  await stage.does("office is asked whom a name means", () => clearsQuestion(office));
  await stage.does("office notes a decision", () => decides(office));
  await stage.does("office looks over the minutes", async () => {
    await office.looks("flow minutes editor");
    await office.follows("Zur Übersicht");
    await office.isAt("Protokoll");
    await office.sees(TASK);
    await office.looks("flow minutes draft");
  });
}
