// Pages that the handbook shows and that no other flow leads to; walked for their pictures alone.

import { Walker } from "./walker.mjs";

const CHEMNITZ = "/sachsen/termine/2023-05-23-regionalkonferenz-2023-in-chemnitz";
const LEIPZIG = "/sachsen/termine/2023-06-08-regionalkonferenz-2023-in-leipzig";

async function showsTheRegister(office) {
  await office.goes("/weimar/organisationen");
  await office.isAt("Organisationen");
  await office.pictures("organisationen");
  await office.goes("/weimar/dubletten");
  await office.follows("Vergleichen");
  await office.pictures("dublette");
}

async function showsTheInbox(guest, office) {
  await guest.goes("/demo/post?suche=Einladung");
  await guest.follows(/^Einladung/);
  await guest.writes("In eigenen Worten", "Guten Tag, ich komme gern und bringe unsere neue Kollegin mit.");
  await guest.presses("E-Mail schreiben");
  await office.goes("/weimar/posteingang");
  await office.isAt("Posteingang");
  await office.sees("ich komme gern");
  await office.pictures("posteingang");
}

async function showsRegistration(guest, office) {
  await guest.goes(`${CHEMNITZ}/anmeldung`);
  await guest.pictures("anmeldung-formular");
  await office.goes(`${LEIPZIG}/anmeldungen`);
  await office.pictures("anmeldungen");
}

export async function illustrates(stage) {
  const office = await Walker.open(stage, "office");
  const conferences = await Walker.open(stage, "conferences");
  const guest = await Walker.open(stage);
  await stage.does("the register", () => showsTheRegister(office));
  await stage.does("the inbox", () => showsTheInbox(guest, office));
  await stage.does("registration", () => showsRegistration(guest, conferences));
}
