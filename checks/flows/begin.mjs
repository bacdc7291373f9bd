// The first hour of a new installation: nothing is there, and everything says so.

import { Walker } from "./walker.mjs";

const EMPTY = [
  ["intern", "Was ansteht"],
  ["termine", "Termine"],
  ["meldungen", "Meldungen"],
  ["aufgaben", "Aufgaben"],
  ["beschluesse", "Beschlüsse"],
  ["organisationen", "Organisationen"],
  ["personen", "Personen"],
  ["gremien", "Gremien"],
  ["postausgang", "Postausgang"],
  ["suche", "Suche"],
];

/** Sets the first network up by the link that the program has printed. */
export async function setsUpNetwork(stage, office) {
  const link = stage.said.out.match(/https?:\S+/)?.[0];
  if (!link) throw new Error("the program printed no link for setting up");
  await office.goes(link);
  await office.writes("Name des Netzwerks", "Arbeitskreis Inklusion");
  await office.writes("Ihr Name", "Leitung Koordinierungsstelle");
  await office.writes("Ihre E-Mail-Adresse", "koordination@haus.example");
  await office.presses("Netzwerk einrichten");
  await office.sees("Das Netzwerk ist eingerichtet");
}

async function setsUp(stage, office) {
  await office.goes("/");
  await office.looks("flow front empty");
  await office.follows("Erstes Netzwerk einrichten");
  await office.isAt("Kreis einrichten");
  await office.looks("flow set-up");
  await office.writes("Einmal-Schlüssel", "geraten");
  await office.writes("Name des Netzwerks", "Arbeitskreis Inklusion");
  await office.writes("Ihr Name", "Leitung Koordinierungsstelle");
  await office.writes("Ihre E-Mail-Adresse", "koordination@haus.example");
  await office.presses("Netzwerk einrichten");
  await office.isAt("Kreis einrichten", 422);
  await office.sees("Dieser Schlüssel passt nicht.");
  await office.looks("flow set-up refused");
  await setsUpNetwork(stage, office);
  await office.looks("flow set-up done");
}

/** From the first start to the first gathering. */
export async function begins(stage) {
  const office = await Walker.open(stage);
  await stage.does("whoever runs it sets the network up", () => setsUp(stage, office));
  const network = new URL(office.page.url()).pathname.split("/")[1];
  for (const [path, heading] of EMPTY) {
    await stage.does(`${path} has nothing yet`, async () => {
      await office.goes(`/${network}/${path}`);
      await office.isAt(new RegExp(`^${heading}`));
      await office.looks(`flow empty ${path}`);
    });
  }
  await stage.does("the first gathering is planned", async () => {
    await office.goes(`/${network}/termin-anlegen`);
    await office.writes("Titel", "Erstes Treffen");
    await office.main.locator("[name=day]").fill("2031-03-15");
    await office.main.locator("[name=start]").fill("10:00");
    await office.main.locator("[name=end]").fill("12:00");
    await office.leaves(() => office.main.locator("form .kern-btn--primary").first().click());
    await office.isAt("Erstes Treffen");
    await office.looks("flow first gathering");
  });
  await stage.does("the public sees an empty network", async () => {
    const visitor = await Walker.open(stage);
    await visitor.goes(`/${network}`);
    await visitor.missesNow("Erstes Treffen");
    await visitor.looks("flow network empty");
  });
}
