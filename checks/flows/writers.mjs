// Two people write into one entry of minutes at the same time; nothing of either is lost.

import { Walker } from "./walker.mjs";

const EDITOR = "/weimar/termine/2017-05-17-beratung-sichern/protokoll";
const FIRST = "Die Beratungsstellen berichten von langen Wartezeiten.";
const SECOND = "Die Kreisgruppe schreibt an beide Verwaltungen.";

async function opens(walker) {
  await walker.goes(`${EDITOR}/bearbeiten`);
  await walker.isAt("Protokoll schreiben");
  return walker.main.locator("[data-entry]").first();
}

/** Saves by itself where scripts run, by the button where none do. */
async function saves(walker, entry, text) {
  await walker.writes("Öffentlicher Teil", text, entry);
  if (walker.stage.withScript) {
    await walker.page.keyboard.press("Tab");
    await walker.expects(entry.locator("[data-state=saved], [data-state=conflict]"), "what became of the text");
  } else {
    await walker.presses("Speichern", entry);
  }
}

/** Office and leader write at once; the second puts both texts together. */
export async function writeAtOnce(stage) {
  const office = await Walker.open(stage, "office");
  const leader = await Walker.open(stage, "leader");
  await stage.does("office begins minutes", async () => {
    await office.goes(EDITOR);
    await office.presses("Protokoll beginnen");
  });
  await stage.does("both write, the first saves, the second is told", async () => {
    const [one, other] = [await opens(office), await opens(leader)];
    await saves(office, one, FIRST);
    await saves(leader, other, SECOND);
    if (stage.withScript) {
      await leader.sees("Jemand anderes hat diesen Eintrag inzwischen geändert.", other);
      await leader.presses("Speichern", other);
    }
    await leader.isAt("Zwei Fassungen", 409);
    await leader.looks("flow two versions");
  });
  await stage.does("the second keeps both texts", async () => {
    const both = await leader.main.getByLabel("Das soll gelten").inputValue();
    for (const text of [FIRST, SECOND]) if (!both.includes(text)) throw new Error(`"${text}" is not offered`);
    await leader.presses("Diese Fassung speichern");
    await leader.isAt("Protokoll schreiben");
  });
  await stage.does("the first reads both and where they came from", async () => {
    await office.goes(`${EDITOR}/bearbeiten`);
    const entry = office.main.locator("[data-entry]").first();
    const now = await entry.getByLabel("Öffentlicher Teil").inputValue();
    if (!now.includes(FIRST) || !now.includes(SECOND)) throw new Error(`the entry says "${now}"`);
    await office.goes(`${EDITOR}/fassungen`);
    await office.sees("Zwei Fassungen zusammengeführt");
  });
}
