// A round of invitations: laid out, released, answered from the mail.

import { Walker } from "./walker.mjs";

export const GATHERING = "/weimar/termine/2017-12-07-fachkraefte-dringend-gesucht";
export const TITLE = "Fachkräfte dringend gesucht";
export const GUEST = "Leitung Lebensräume";
export const GUEST_MAIL = "leitung@lebensraeume.example";
const INVITATION = `Einladung: ${TITLE}`;

/** Releases the waiting mails of one kind and waits until they have gone out. */
export async function releases(office, kind) {
  await office.goes("/weimar/postausgang");
  await office.isAt("Postausgang");
  const bundle = office.main.getByRole("listitem").filter({ hasText: kind });
  await office.leaves(() => bundle.getByRole("link").first().click());
  if (kind === "Einladung") await office.pictures("postausgang");
  await office.presses("freigeben");
  await office.sees("Freigegeben.");
  await office.goesUntilGone("/weimar/postausgang", "Unterwegs");
}

/** Chooses whom to invite, looks at the mail, lays it out. */
export async function laysOut(stage, office) {
  await office.goes(GATHERING);
  await office.isAt(TITLE);
  await office.sees("Angekündigt");
  await office.follows("Tagesordnung", office.main.getByRole("navigation"));
  await office.isAt("Tagesordnung");
  await office.pictures("tagesordnung");
  await office.follows("Einladung", office.main.getByRole("navigation"));
  await office.sees("Noch niemand eingeladen");
  await office.follows("Personen einladen");
  await office.isAt("Personen einladen");
  await office.unticks("Kreisgruppe");
  await office.presses("Weiter zur Vorschau");
  await office.isAt("Personen einladen", 422);
  await office.sees("Bitte wählen Sie mindestens ein Gremium oder eine Person.");
  // The small group: every mail carries a letter of its own, and printing takes a while.
  await office.ticks("Vorstand");
  await office.ticks(/^Protokoll von/);
  await office.writes("Persönliche Worte", "Bitte bringen Sie Ihre Fragen an das Jobcenter mit.");
  await office.presses("Weiter zur Vorschau");
  await office.isAt("Einladung prüfen");
  await office.sees(/^Einladung-.*\.pdf/);
  await office.sees(/^Protokoll-.*\.pdf/);
  await office.looks("flow round preview");
  await office.pictures("einladung-pruefen");
  await office.presses("In den Postausgang legen");
  await office.sees("Die Einladungen liegen im Postausgang");
  await office.looks("flow guests waiting");
}

async function answers(stage, guest) {
  await guest.opensMail(GUEST_MAIL, INVITATION);
  await guest.sees(/\.pdf$/);
  await guest.looks("flow mail invitation");
  await guest.goes(await guest.linkInMail(/\/antwort\/.*zusage/));
  await guest.isAt(TITLE);
  await guest.sees(`Einladung für ${GUEST}`);
  await guest.looks("flow reply asked");
  await guest.pictures("antwort");
  await guest.presses("Antwort senden");
  await guest.sees("Vielen Dank. Das ist jetzt eingetragen:");
  await guest.sees("Zusage", guest.main.locator("#recorded"));
  await guest.looks("flow reply given");
  await guest.writes("Vertreten durch", "Teamleitung Ambulante Dienste");
  await guest.presses("Geänderte Antwort senden");
  await guest.sees("Es kommt stattdessen: Teamleitung Ambulante Dienste");
  await guest.looks("flow reply changed");
}

/** The office invites the group; one guest accepts and then sends somebody else. */
export async function invites(stage) {
  const office = await Walker.open(stage, "office");
  const guest = await Walker.open(stage);
  await stage.does("office lays out a round", () => laysOut(stage, office));
  await stage.does("office releases the invitations", () => releases(office, "Einladung"));
  await stage.does("guest answers from the mail", () => answers(stage, guest));
  await stage.does("office sees the answer", async () => {
    await office.goes(`${GATHERING}/einladung`);
    const row = office.main.getByRole("row").filter({ hasText: GUEST });
    await office.sees("Zusage", row);
    await office.sees("Teamleitung Ambulante Dienste", row);
    await office.looks("flow guests answered");
    await office.pictures("gaesteliste");
  });
  return { office, guest };
}
