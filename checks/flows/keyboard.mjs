// What people do who have no mouse: everything below is done with keys alone.

import { GATHERING, GUEST_MAIL, laysOut, releases, TITLE } from "./invite.mjs";
import { Walker } from "./walker.mjs";

// A page with more stops than this between two controls is no page for the keyboard.
const STOPS = 120;

/** Presses Tab until this control has the focus. */
export async function reaches(walker, place, what) {
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await walker.page.keyboard.press("Tab");
  }
  throw new Error(`${walker.page.url()}: Tab does not lead to ${what}`);
}

async function titles(walker) {
  const headings = await walker.main.locator("[data-entry]").getByRole("heading").allTextContents();
  return headings.map((text) => text.replace(/^\s*TOP \d+:\s*/, "").trim());
}

/** Moves the second item down and up again, by the buttons and by Alt with an arrow. */
async function reorders(walker, path) {
  await walker.goes(path);
  const before = await titles(walker);
  const moved = [before[0], before[2], before[1], ...before.slice(3)];
  const agrees = async (wanted) => {
    const now = await titles(walker);
    if (now.join("|") !== wanted.join("|")) throw new Error(`the order is ${now.join(", ")}`);
  };
  const entry = (number) => walker.main.locator("[data-entry]").nth(number - 1);
  await reaches(walker, entry(2).getByRole("button", { name: "TOP 2 nach unten" }), "the button that moves down");
  await walker.leaves(() => walker.page.keyboard.press("Enter"));
  await agrees(moved);
  await reaches(walker, entry(3).locator("a, textarea").first(), "the moved item");
  await walker.leaves(() => walker.page.keyboard.press("Alt+ArrowUp"));
  await agrees(before);
}

/** From the mail to the answer. */
async function answers(walker) {
  await walker.opensMail(GUEST_MAIL, TITLE);
  await walker.goes(await walker.linkInMail(/\/antwort\/.*zusage/));
  const chosen = walker.main.getByRole("radio", { name: "Zusage" });
  await reaches(walker, chosen, "the chosen answer");
  await walker.page.keyboard.press("ArrowDown");
  const deputy = walker.main.getByLabel("Vertreten durch");
  await reaches(walker, deputy, "the field for a deputy");
  await walker.page.keyboard.type("Teamleitung Ambulante Dienste");
  await reaches(walker, walker.main.getByRole("button", { name: "Antwort senden" }), "the button that sends");
  await walker.leaves(() => walker.page.keyboard.press("Enter"));
  await walker.sees("Unter Vorbehalt", walker.main.locator("#recorded"));
  await walker.sees("Es kommt stattdessen: Teamleitung Ambulante Dienste");
}

/** Past everything that every page has, to what the page is about. */
async function skips(walker) {
  await walker.goes(GATHERING);
  await reaches(walker, walker.page.getByRole("link", { name: "Zum Inhalt springen" }), "the link past the frame");
  await walker.page.keyboard.press("Enter");
  const inMain = await walker.main.evaluate((main) => main === document.activeElement);
  if (!inMain) throw new Error("the link past the frame does not lead into the page");
}

/** Agenda, minutes and an answer, without a mouse. */
export async function byKeyboard(stage) {
  const office = await Walker.open(stage, "office");
  await stage.does("past the frame of a page", () => skips(office));
  await stage.does("items of an agenda change places", () => reorders(office, `${GATHERING}/tagesordnung`));
  await stage.does("office lays out a round", () => laysOut(stage, office));
  await stage.does("office releases the invitations", () => releases(office, "Einladung"));
  await stage.does("guest answers without a mouse", async () => answers(await Walker.open(stage)));
  await stage.does("entries of minutes change places", async () => {
    await office.waitsUntil("2017-12-07");
    await office.goes(`${GATHERING}/protokoll`);
    await office.presses("Protokoll beginnen");
    await reorders(office, `${GATHERING}/protokoll/bearbeiten`);
  });
}
