// A gathering to which people are invited is moved, and then cancelled. Whoever changes it
// says whether they are told; these mails wait for no release.

import { GUEST_MAIL } from "./invite.mjs";
import { Walker } from "./walker.mjs";

const TITLE = "Vorbereitung der Dezembersitzung";
const OLD = "/weimar/termine/2017-11-29-vorbereitung-der-dezembersitzung";

async function moves(office) {
  await office.goes(`${OLD}/bearbeiten`);
  await office.main.locator("[name=day]").fill("2017-11-30");
  await office.presses("Angaben speichern");
  await office.isAt("Angaben bearbeiten", 422);
  await office.sees("Bitte wählen Sie, ob die Eingeladenen informiert werden.");
  await office.looks("flow change unsaid");
  await office.ticks(/^Ja, mit einer E-Mail/);
  await office.presses("Angaben speichern");
  await office.isAt(TITLE);
  await office.sees(/30\.\s+November 2017/);
}

async function answersAgain(guest) {
  await guest.opensMail(GUEST_MAIL, `Verlegt: ${TITLE}`);
  await guest.sees("Ihre Antwort bisher: Zusage");
  await guest.looks("flow mail moved");
  const link = await guest.linkInMail(/\/antwort\//);
  await guest.goes(await guest.linkInMail(/\/antwort\/.*absage/));
  await guest.sees(/30\.\s+November 2017/);
  await guest.presses("Geänderte Antwort senden");
  await guest.sees("Absage", guest.main.locator("#recorded"));
  return link;
}

async function cancels(office) {
  await office.goes(OLD);
  await office.isAt(TITLE);
  await office.follows("Termin absagen");
  await office.writes("Grund", "Die Leitung ist erkrankt.");
  await office.ticks(/^Ja, mit einer E-Mail/);
  await office.presses("Termin absagen");
  await office.sees("Abgesagt");
  await office.looks("flow cancelled");
}

async function learns(guest) {
  await guest.opensMail(GUEST_MAIL, `Abgesagt: ${TITLE}`);
  await guest.sees("Die Leitung ist erkrankt.");
  await guest.looks("flow mail cancelled");
}

/** What becomes of those who were invited. */
export async function changes(stage) {
  const office = await Walker.open(stage, "office");
  const guest = await Walker.open(stage);
  let link;
  await stage.does("office moves the gathering", () => moves(office));
  await stage.does("guest answers for the new day", async () => {
    link = await answersAgain(guest);
  });
  await stage.does("office cancels it", () => cancels(office));
  await stage.does("guest is told", () => learns(guest));
  await stage.does("the old link says so, too", async () => {
    await guest.goes(link);
    await guest.sees("Dieser Termin findet nicht statt.");
    await guest.looks("flow reply cancelled");
  });
}
