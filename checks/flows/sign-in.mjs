// Signing in by a link and by a password, and out again.

import { GUEST, GUEST_MAIL } from "./invite.mjs";
import { Walker } from "./walker.mjs";

const PASSWORD = "Morgens um sieben am Ilmufer";

async function byLink(member) {
  await member.goes("/weimar/intern");
  await member.isAt("Anmelden");
  await member.writes("Ihre E-Mail-Adresse", "niemand@haus.example");
  await member.presses("Anmelde-Link anfordern");
  const sent = await member.page.getByRole("heading", { level: 1 }).innerText();
  await member.looks("flow link sent");
  await member.goes("/weimar/intern");
  await member.writes("Ihre E-Mail-Adresse", GUEST_MAIL);
  await member.presses("Anmelde-Link anfordern");
  // Nobody learns here who has an account.
  await member.isAt(sent);
  await member.opensMail(GUEST_MAIL, "Ihr Anmelde-Link");
  const link = await member.linkInMail(/\/anmelden\//);
  await member.goes(link);
  await member.looks("flow link opened");
  await member.leaves(() => member.main.getByRole("button").first().click());
  await member.isAt("Was ansteht");
  await member.sees(GUEST);
  const stranger = await Walker.open(member.stage);
  await stranger.goes(link);
  await stranger.looks("flow link used up");
  const offers = await stranger.main.locator("form").count();
  if (offers > 0) throw new Error("a link that was used offers to sign in again");
}

async function byPassword(member) {
  await member.goes("/konto");
  await member.writes("Neues Passwort", "kurz");
  await member.writes("Neues Passwort wiederholen", "kurz");
  await member.presses("Passwort setzen");
  await member.isAt("Konto", 422);
  await member.looks("flow password refused");
  await member.writes("Neues Passwort", PASSWORD);
  await member.writes("Neues Passwort wiederholen", PASSWORD);
  await member.presses("Passwort setzen");
  await member.isAt("Konto");
  await member.presses("Abmelden", member.page.getByRole("banner"));
  await member.goes("/weimar/intern");
  await member.isAt("Anmelden");
  const form = member.main.locator("form").filter({ has: member.page.getByLabel("Passwort") });
  await member.writes("Ihre E-Mail-Adresse", GUEST_MAIL, form);
  await member.writes("Passwort", "falsch geraten", form);
  await member.presses("Mit Passwort anmelden", form);
  await member.isAt("Anmelden", 422);
  await member.looks("flow password wrong");
  await member.writes("Passwort", PASSWORD, form);
  await member.presses("Mit Passwort anmelden", form);
  await member.isAt("Was ansteht");
}

/** Both ways in. */
export async function signsIn(stage) {
  const member = await Walker.open(stage);
  await stage.does("member signs in by the link of a mail", () => byLink(member));
  await stage.does("member chooses a password and signs in by it", () => byPassword(member));
}
