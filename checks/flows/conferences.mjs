// Three conferences to choose from: registered for, moved, the last place, the line, what somebody
// needs, the day at the door, certificates, and how what was told in confidence is forgotten.

import { readFileSync } from "node:fs";

import { Walker } from "./walker.mjs";

const CHEMNITZ = "/sachsen/termine/2023-05-23-regionalkonferenz-2023-in-chemnitz";
const DRESDEN = "/sachsen/termine/2023-05-31-regionalkonferenz-2023-in-dresden";
const TITLE = "Regionalkonferenz 2023 in";
const MEMBER = "Vorstand Selbsthilfe";
const MEMBER_MAIL = "vorstand@selbsthilfe.example";
const NEED = "Dolmetschen in Gebärdensprache";
const WORDS = "Ein Platz vorn links, nahe am Ausgang";
const RIVALS = ["team@kinderhaeuser.example", "team@familienladen.example", "team@teilhabe-zwickau.example"];

/** Fills in the form at a gathering; sending it is another act. */
async function fillsIn(walker, [name, mail]) {
  await walker.goes(`${CHEMNITZ}/anmeldung`);
  await walker.isAt(/^Anmeldung: Regionalkonferenzen 2023/);
  await walker.writes("Vor- und Nachname", name);
  await walker.writesInto("mail", mail);
}

/** Confirms from the mail; says how the place stands then. */
async function confirms(walker, mail) {
  await walker.opensMail(mail, `Bitte bestätigen: Anmeldung zu ${TITLE} Chemnitz`);
  await walker.goes(await walker.linkInMail(/\/anmeldung\//));
  await walker.presses("Anmeldung bestätigen");
  await walker.sees("Danke, Ihre Anmeldung ist bestätigt.");
  return walker.main.locator(".kreis-card .kreis-state").first().innerText();
}

async function registers(member) {
  await fillsIn(member, [MEMBER, MEMBER_MAIL]);
  await member.ticks(new RegExp(`^${NEED}`));
  await member.writes("Was sollten wir noch wissen?", WORDS);
  await member.presses("Verbindlich anmelden");
  await member.isAt("Bitte sehen Sie in Ihr Postfach");
  const state = await confirms(member, MEMBER_MAIL);
  if (state !== "Bestätigt") throw new Error(`the first place is "${state}"`);
  await member.follows("Zu einem anderen Termin wechseln");
  await member.ticks(/Dresden/);
  await member.presses("Wechseln");
  await member.sees(/31\.\s+Mai 2023/);
  await member.sees("Bestätigt", member.main.locator(".kreis-card"));
  return member.page.url().replace(/[?#].*/, "");
}

async function isTurnedAway(stranger) {
  await fillsIn(stranger, ["Kim Beispiel", "kim@gmx.de"]);
  await stranger.presses("Verbindlich anmelden");
  await stranger.isAt(/^Anmeldung: /, 422);
  await stranger.sees("Dieser Termin ist für Mitgliedsorganisationen");
  await stranger.sees("Zu Ihrer E-Mail-Adresse kennen wir keine Mitgliedsorganisation.");
  await stranger.looks("flow conference turned away");
}

async function leavesOnePlace(office) {
  await office.goes(`${CHEMNITZ}/anmeldung/einrichten`);
  await office.writesInto("places1", "2");
  await office.leaves(() => office.main.locator("form .kern-btn--primary").first().click());
  await office.sees("Die Einstellungen der Anmeldung sind gespeichert.");
}

/** All of them send at once; one has the place, the others stand in line. */
async function race(stage, rivals) {
  for (const [number, rival] of rivals.entries()) await fillsIn(rival, [`Teamleitung ${number + 1}`, RIVALS[number]]);
  await Promise.all(rivals.map((rival) => rival.presses("Verbindlich anmelden")));
  const states = [];
  for (const [number, rival] of rivals.entries()) states.push(await confirms(rival, RIVALS[number]));
  const winners = states.filter((state) => state === "Bestätigt").length;
  const waiting = states.filter((state) => state === "Warteliste").length;
  if (winners !== 1 || waiting !== rivals.length - 1) throw new Error(`the last place went like this: ${states}`);
  return states.indexOf("Bestätigt");
}

/** Whoever has the place gives it back; the first in line takes it. */
async function passesOn(rivals, winner) {
  const [first] = rivals.filter((_, number) => number !== winner);
  await first.sees("Sie stehen als Nächstes auf der Warteliste.");
  await rivals[winner].follows("Absagen");
  await rivals[winner].presses("Absagen");
  await rivals[winner].sees("Die Absage ist eingetragen.");
  await first.opensMail(RIVALS[rivals.indexOf(first)], "Platz frei bis");
  await first.goes(await first.linkInMail(/\/anmeldung\//));
  await first.looks("flow conference offer");
  await first.presses("Platz annehmen");
  await first.sees("Der Platz gehört jetzt Ihnen.");
}

async function arranges(contact) {
  await contact.goes(`${DRESDEN}/assistenz`);
  await contact.follows(MEMBER);
  await contact.sees(NEED);
  await contact.sees(WORDS);
  const need = contact.page.url();
  await contact.ticks("Vorbereitet");
  await contact.presses("Stand speichern");
  await contact.sees("Vorbereitet");
  await contact.goes(need);
  await contact.ticks("Bestätigt");
  await contact.presses("Stand speichern");
  await contact.sees("Bestätigt");
  return need;
}

async function isTold(member) {
  await member.opensMail(MEMBER_MAIL, "Ihre Teilnahme am");
  await member.sees("ist vorbereitet.");
  await member.missesNow(NEED);
  await member.missesNow(WORDS);
}

/** Holds a picture before the camera: there is none on this machine, so the page gets a film of it. */
async function holdsUp(office, picture) {
  await office.page.evaluate(async (svg) => {
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [640, 480];
    const pen = canvas.getContext("2d");
    setInterval(() => {
      pen.fillStyle = "#777777";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(image, 170, 90, 300, 300);
    }, 50);
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(20);
  }, picture.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '));
}

/** Lets somebody in by the picture on their page; its letters, typed, say the same. */
async function isLetIn(office, member, own) {
  await office.goes(`${DRESDEN}/einlass`);
  await office.waitsUntil("2023-05-31");
  await member.goes(own);
  const code = member.main.getByRole("img", { name: "Code für den Einlass" });
  await member.expects(code, "the code");
  const picture = await code.evaluate((svg) => svg.outerHTML);
  const letters = await member.main.locator(".kreis-secret").first().innerText();
  await office.goes(`${DRESDEN}/einlass/codes`);
  await holdsUp(office, picture);
  await office.main.getByRole("button", { name: "Kamera einschalten" }).click();
  await office.sees(`${MEMBER} ist da.`);
  await office.main.getByRole("button", { name: "Kamera ausschalten" }).click();
  await office.writes("Code", letters);
  await office.main.getByRole("button", { name: "Einlassen" }).click();
  await office.sees(`${MEMBER} war schon da`);
  await office.looks("flow conference door");
}

/** Certificates are made, and a mail leads those who came to theirs; the code of the one. */
async function certifies(office) {
  await office.waitsUntil("2023-06-01");
  await office.goes(`${DRESDEN}/bescheinigungen`);
  await office.presses("Für 1 Person ausstellen");
  const row = office.main.getByRole("row").filter({ hasText: MEMBER });
  const code = (await row.innerText()).match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)?.[0];
  if (!code) throw new Error("no certificate has a code");
  await office.goes(`${DRESDEN}/anmeldung/mails/neu?an=came`);
  await office.presses("Speichern und ansehen");
  await office.sees(`So bekommt es ${MEMBER}`);
  await office.looks("flow conference mail");
  await office.presses("In den Postausgang legen");
  await office.goes("/sachsen/postausgang");
  const bundle = office.main.getByRole("listitem").filter({ hasText: "Danke für Ihre Teilnahme" });
  await office.leaves(() => bundle.getByRole("link").first().click());
  await office.presses("freigeben");
  await office.sees("Freigegeben.");
  return code;
}

async function fetches(member) {
  await member.opensMail(MEMBER_MAIL, "Danke für Ihre Teilnahme");
  await member.goes(await member.linkInMail(/\/anmeldung\//));
  const button = member.main.getByRole("button", { name: "Teilnahmebescheinigung als PDF" });
  const [file] = await Promise.all([member.page.waitForEvent("download"), button.click()]);
  const bytes = readFileSync(await file.path());
  if (bytes.subarray(0, 5).toString() !== "%PDF-") throw new Error("the certificate is no PDF");
}

async function checks(stranger, code) {
  await stranger.goes("/bescheinigung");
  await stranger.writes("Prüfcode", code.toLowerCase());
  await stranger.presses("Prüfen");
  await stranger.isAt("Die Bescheinigung ist echt");
  await stranger.sees(MEMBER);
}

async function isForgotten(office, contact, need) {
  await contact.goes(need);
  await contact.sees(NEED);
  await office.goes(DRESDEN);
  await office.waitsUntil("2023-07-01");
  await contact.goes(`${DRESDEN}/assistenz`);
  await contact.sees("Zu diesem Termin hat niemand einen Bedarf mitgeteilt.");
  await contact.goes(need);
  await contact.missesNow(NEED);
  if (contact.seen.answer.status() !== 404) throw new Error("what was told is still there");
}

/** From the first registration to the day on which nobody knows any more what was needed. */
export async function confers(stage) {
  const [member, stranger] = [await Walker.open(stage), await Walker.open(stage)];
  const [office, contact] = [await Walker.open(stage, "conferences"), await Walker.open(stage, "assistance")];
  const rivals = [];
  for (const _ of RIVALS) rivals.push(await Walker.open(stage));
  let own, winner, need, code;
  await stage.does("a member registers and moves to another date", async () => { own = await registers(member); });
  await stage.does("a stranger is turned away with a reason", () => isTurnedAway(stranger));
  await stage.does("office leaves one place", () => leavesOnePlace(office));
  await stage.does("the last place goes to one of three", async () => { winner = await race(stage, rivals); });
  await stage.does("the line moves", () => passesOn(rivals, winner));
  await stage.does("the contact arranges what is needed", async () => { need = await arranges(contact); });
  await stage.does("the member is told without a word of it", () => isTold(member));
  await stage.does("the day comes, the code lets in", () => isLetIn(office, member, own));
  await stage.does("certificates and a mail to those who came", async () => { code = await certifies(office); });
  await stage.does("the member fetches the certificate", () => fetches(member));
  await stage.does("anybody can check it", () => checks(stranger, code));
  await stage.does("thirty days later nobody can read the need", () => isForgotten(office, contact, need));
}
