// The door when the network is gone: codes are read, the tab is closed and opened again, more codes
// are read, and once there is a network everything arrives once. What the browser keeps names nobody.

import { Walker } from "./walker.mjs";

const DOOR = "/sachsen/termine/2023-05-31-regionalkonferenz-2023-in-dresden/einlass";
const CODES = `${DOOR}/codes`;
const AWAY_MS = 5_000;
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The code of a place, as it stands on the page of its participant. */
function codeOf(place) {
  let bits = BigInt(`0x${place.replaceAll("-", "")}`);
  let code = "";
  for (let letter = 0; letter < 26; letter += 1) {
    code = LETTERS[Number(bits & 31n)] + code;
    bits >>= 5n;
  }
  return code;
}

/** The first two whom the list expects, with their codes. */
async function expected(office) {
  await office.goes(DOOR);
  await office.waitsUntil("2023-05-31");
  await office.goes(DOOR);
  const rows = office.main.locator(".kreis-door li").filter({ has: office.page.locator("input[name=place]") });
  const people = [];
  for (const row of [rows.nth(0), rows.nth(1)]) {
    const name = await row.locator(".kreis-door__name").innerText();
    people.push({ name, code: codeOf(await row.locator("input[name=place]").inputValue()) });
  }
  return people;
}

async function reads(office, code) {
  await office.writes("Code", code);
  await office.main.getByRole("button", { name: "Einlassen" }).click();
}

/** Everything in the browser's store, as text. */
function keptTexts(office) {
  return office.page.evaluate(async () => {
    const texts = [];
    for (const name of await caches.keys()) {
      const store = await caches.open(name);
      for (const request of await store.keys()) texts.push(await (await store.match(request)).text());
    }
    return texts;
  });
}

async function isReady(office, people) {
  await office.goes(CODES);
  await office.sees("Diese Seite lässt sich auf diesem Gerät jetzt auch ohne Netz öffnen.");
  const account = await office.page.locator(".kreis-tools__account a > span").last().innerText();
  const texts = await keptTexts(office);
  if (texts.length < 6) throw new Error(`only ${texts.length} files are kept`);
  const [title] = await office.page.locator(".kreis-kicker").allInnerTexts();
  for (const name of [account, title, ...people.map((person) => person.name)]) {
    if (texts.some((text) => text.includes(name))) throw new Error(`what is kept says "${name}"`);
  }
}

/** The tab is closed, and another one of the same browser opens the address again. */
async function opensAgain(stage, office) {
  await office.page.close();
  const tab = await Walker.open(stage, "conferences", true);
  await tab.goes(CODES);
  await tab.isAt("Codes einlesen ohne Netz");
  await tab.sees("Codes, die auf diesem Gerät warten: 1.");
  return tab;
}

/** What did not load while there was no network is what this flow is about. */
function forgives(walker) {
  walker.seen.faults = walker.seen.faults.filter((fault) => fault.kind !== "missing");
}

async function arrives(stage, office, people) {
  await stage.network.mend();
  await office.main.getByRole("button", { name: "Jetzt übertragen" }).click();
  await office.main.locator("[data-scan-queue]").waitFor({ state: "hidden" });
  forgives(office);
  await office.follows("Vollständige Seite laden");
  await office.isAt("Codes einlesen");
  await office.sees(/^2 \/ /);
  await office.goes(`${DOOR}?wer=da`);
  for (const { name } of people) await office.sees(name, office.main.locator(".kreis-door"));
  const here = await office.main.locator(".kreis-door li").count();
  if (here !== people.length) throw new Error(`${here} are here instead of ${people.length}`);
}

/** How many pages and scripts the browser keeps. */
function keptThings(office) {
  return office.page.evaluate(async () => [...(await caches.keys()), ...(await navigator.serviceWorker.getRegistrations())].length);
}

async function leavesNothing(office) {
  await office.page.locator(".kreis-tools__account + li button").click();
  await office.sees("Sie sind abgemeldet.");
  // A browser with much to do takes its things away a moment later than it says so.
  let left = await keptThings(office);
  for (const begin = Date.now(); left > 0 && Date.now() - begin < AWAY_MS; left = await keptThings(office)) await office.page.waitForTimeout(200);
  if (left !== 0) throw new Error(`${left} things are left in the browser`);
}

/** From a network to none and back. */
export async function readsWithoutANetwork(stage) {
  let office = await Walker.open(stage, "conferences", true);
  let people;
  await stage.does("two are expected", async () => { people = await expected(office); });
  await stage.does("the page is kept and names nobody", () => isReady(office, people));
  await stage.does("a code waits without a network", async () => {
    await stage.network.cut();
    await reads(office, people[0].code);
    await office.sees("Es gibt gerade kein Netz.");
    forgives(office);
  });
  await stage.does("the page comes up again without a network", async () => { office = await opensAgain(stage, office); });
  await stage.does("another code waits", async () => {
    await reads(office, people[1].code);
    await office.sees("Codes, die auf diesem Gerät warten: 2.");
    await office.looks("flow door without a network");
  });
  await stage.does("both arrive once", () => arrives(stage, office, people));
  await stage.does("signing out leaves nothing behind", () => leavesNothing(office));
}
