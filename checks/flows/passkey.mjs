// A passkey: tied, asked for at the next sign-in, refused where another device answers. The
// device is Chromium's own pretended one.

import { Walker } from "./walker.mjs";

const DEVICE = {
  protocol: "ctap2",
  transport: "internal",
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
};

async function device(person) {
  const session = await person.context.newCDPSession(person.page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", { options: DEVICE });
  return () => session.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
}

async function ties(person) {
  await person.goes("/konto/zweiter-faktor");
  await person.writes("Bezeichnung", "Rechner im Büro");
  await person.presses("Passkey einrichten");
  await person.isAt("Wiederherstellungscodes");
  await person.follows("Ich habe die Codes aufgehoben");
  await person.sees("Rechner im Büro");
  await person.looks("flow passkey list");
}

async function comesBack(person) {
  await person.goes("/demo/als/member");
  await person.isAt("Zweiter Faktor");
  await person.looks("flow passkey asked");
  await person.presses("Mit Passkey weiter");
  await person.isAt("Was ansteht");
}

/** Another device has no such key; the browser says so and nothing is sent. */
async function isRefused(person) {
  await person.goes("/demo/als/member");
  await person.main.getByRole("button", { name: "Mit Passkey weiter" }).click();
  await person.sees("Das hat nicht geklappt oder wurde abgebrochen.");
  await person.goes("/weimar/intern");
  await person.isAt("Zweiter Faktor");
}

/** With one device and without it. */
export async function ownsAPasskey(stage) {
  const person = await Walker.open(stage, "member");
  const takeAway = await device(person);
  await stage.does("member ties a passkey", () => ties(person));
  await stage.does("the next sign-in asks for it", () => comesBack(person));
  await stage.does("another device is not taken", async () => {
    await takeAway();
    await device(person);
    await isRefused(person);
  });
}
