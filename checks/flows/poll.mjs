// A day is looked for: proposed, asked by mail, answered by a link, settled on, told.

import { GUEST, GUEST_MAIL, releases } from "./invite.mjs";
import { Walker } from "./walker.mjs";

const TITLE = "Klausurtag des Vorstands";
const DAYS = ["2018-03-14", "2018-03-21", "2018-03-25"];

async function proposes(office) {
  await office.goes("/weimar/umfragen");
  await office.isAt("Terminumfragen");
  await office.follows("Neue Terminumfrage");
  await office.isAt("Terminumfrage");
  await office.writes("Titel", TITLE);
  await office.writes("Begleittext", "Wir brauchen einen ganzen Tag.");
  for (const [before, day] of DAYS.entries()) {
    const row = office.main.getByRole("group", { name: `Vorschlag ${before + 1}` });
    await row.getByLabel("Tag").fill(day);
    await row.getByLabel("Beginn").fill("09:00");
    await row.getByLabel("Ende").fill("16:00");
  }
  await office.writes("Antworten möglich bis", "2017-12-01");
  await office.presses("Weiter zur Vorschau");
  await office.isAt("Terminumfrage", 422);
  await office.sees("Bitte wählen Sie mindestens ein Gremium oder eine Person.");
  await office.looks("flow poll refused");
  await office.ticks("Vorstand");
  await office.presses("Weiter zur Vorschau");
  await office.isAt(TITLE);
  await office.sees("5 E-Mails sind vorbereitet.");
  await office.looks("flow poll preview");
  await office.presses("In den Postausgang legen");
  await office.sees("Die E-Mails liegen im Postausgang");
}

async function answers(guest) {
  await guest.opensMail(GUEST_MAIL, `Terminumfrage: ${TITLE}`);
  await guest.looks("flow mail poll");
  await guest.goes(await guest.linkInMail(/\/termine\/umfrage\//));
  await guest.isAt(TITLE);
  await guest.sees(`Terminumfrage für ${GUEST}`);
  await guest.looks("flow poll asked");
  await guest.pictures("umfrage-antwort");
  const days = guest.main.locator("form").getByRole("group");
  await days.nth(0).getByLabel("passt nicht").check();
  await days.nth(1).getByLabel("passt", { exact: true }).check();
  await guest.presses("Antwort senden");
  await guest.isAt(TITLE, 422);
  await guest.sees("Bitte wählen Sie eine Antwort.");
  await guest.looks("flow poll half answered");
  await days.nth(2).getByLabel("zur Not").check();
  await guest.writes("Hinweis an die Geschäftsstelle", "Am Vormittag geht es besser.");
  await guest.presses("Antwort senden");
  await guest.sees("Vielen Dank. Das ist jetzt eingetragen:");
  await guest.looks("flow poll answered");
}

async function settles(office) {
  await office.goes("/weimar/umfragen");
  await office.follows(TITLE);
  await office.sees("Am Vormittag geht es besser.");
  const best = office.main.getByRole("row").filter({ hasText: "Passt am besten" });
  await office.sees(/21\.\s+März 2018/, best);
  await office.looks("flow poll results");
  await office.pictures("umfrage-ergebnis");
  await office.follows("Termin festlegen", best);
  await office.isAt("Termin festlegen");
  await office.looks("flow poll settle");
  await office.presses("Termin festlegen");
  await office.sees("Der Termin ist festgelegt.");
  await office.looks("flow poll settled");
}

/** From the proposals to the mail with the day. */
export async function polls(stage) {
  const office = await Walker.open(stage, "office");
  const guest = await Walker.open(stage);
  await stage.does("office proposes days", () => proposes(office));
  await stage.does("office releases the question", () => releases(office, TITLE));
  await stage.does("guest answers from the mail", () => answers(guest));
  await stage.does("office settles on the best day", () => settles(office));
  await stage.does("office releases the news", () => releases(office, TITLE));
  await stage.does("guest reads the day", async () => {
    const link = guest.page.url();
    await guest.opensMail(GUEST_MAIL, `Der Termin steht fest: ${TITLE}`);
    await guest.looks("flow mail day");
    await guest.goes(link.replace(/\?.*/, ""));
    await guest.sees("Der Termin steht fest:");
    await guest.looks("flow poll over");
  });
}
