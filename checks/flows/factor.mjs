// A second factor: an app is tied, asked for at the next sign-in, lost, and taken away.

import { createHmac } from "node:crypto";

import { Walker } from "./walker.mjs";

const PERIOD = 30_000;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The bytes of a key in base 32 (RFC 4648). */
function bytesOf(key) {
  const bits = [...key.replace(/\s/g, "")].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

/** What an app shows (RFC 6238). */
function codeAt(key, time) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / PERIOD)));
  const hash = createHmac("sha1", bytesOf(key)).update(counter).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** Waits until the app shows a code that was not used yet. */
async function nextCode(person, key) {
  await person.page.waitForTimeout(PERIOD - (Date.now() % PERIOD) + 100);
  return codeAt(key, Date.now());
}

async function ties(person) {
  await person.goes("/konto");
  await person.follows("Zweiter Faktor für die Anmeldung");
  await person.isAt("Zweiter Faktor");
  await person.presses("App einrichten");
  await person.isAt("App einrichten");
  await person.looks("flow factor app");
  const key = await person.main.locator(".kreis-secret").innerText();
  await person.writes("Code aus der App", codeAt(key, Date.now()));
  await person.writes("Bezeichnung", "Diensttelefon");
  await person.presses("App bestätigen");
  await person.isAt("Wiederherstellungscodes");
  await person.looks("flow factor codes");
  const codes = await person.main.locator(".kreis-secret").allInnerTexts();
  if (codes.length !== 8) throw new Error(`${codes.length} recovery codes in place of 8`);
  await person.follows("Ich habe die Codes aufgehoben");
  await person.sees("Diensttelefon");
  await person.looks("flow factor list");
  await person.follows("Diensttelefon");
  await person.looks("flow factor one");
  return { key, codes };
}

async function comesBack(person, give) {
  await person.goes("/demo/als/member");
  await person.isAt("Zweiter Faktor");
  await give();
  await person.isAt("Was ansteht");
}

async function givesCode(person, key) {
  await person.looks("flow factor asked");
  await person.writes("Code", "000000");
  await person.presses("Weiter");
  await person.isAt("Zweiter Faktor", 422);
  await person.looks("flow factor refused");
  await person.writes("Code", await nextCode(person, key));
  await person.presses("Weiter");
}

async function givesRecovery(person, code) {
  await person.writes("Code", code.toUpperCase().replaceAll("-", " "));
  await person.presses("Weiter");
}

async function takesAway(person) {
  await person.goes("/konto/zweiter-faktor");
  await person.sees("noch 7 Wiederherstellungscodes");
  await person.follows("Diensttelefon");
  await person.main.locator("details summary").click();
  await person.presses("Zweiten Faktor entfernen");
  await person.sees("Noch kein zweiter Faktor");
}

/** From the first code to none. */
export async function ownsAFactor(stage) {
  const person = await Walker.open(stage, "member");
  let kept;
  await stage.does("member ties an app", async () => {
    kept = await ties(person);
  });
  const other = await Walker.open(stage);
  await stage.does("the next sign-in asks for its code", () => comesBack(other, () => givesCode(other, kept.key)));
  const third = await Walker.open(stage);
  await stage.does("a recovery code stands in for it", () => comesBack(third, () => givesRecovery(third, kept.codes[0])));
  await stage.does("member takes the app away", () => takesAway(person));
}
