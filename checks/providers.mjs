// Signing in through a foreign provider that keeps the standard strictly (npm oidc-provider), and
// through the same provider where it says what must not be believed. Starts both, and the
// program with an installation of its own.
//
//   node checks/providers.mjs --kreis PROGRAM
//   node checks/providers.mjs --self-test

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startWith } from "./flows/demo.mjs";
import { Browser } from "./providers/browser.mjs";
import { Foreign } from "./providers/foreign.mjs";
import { options } from "./tools.mjs";

const SECRET = "between the two of us";
const WORD = "haus";
const REASONS = { unknown: "unbekannt", other: "vergeben", silent: "stumm", unbelieved: "ungueltig", late: "abgelaufen" };
const MAIL = { lead: "leitung@haus.example", office: "koordination@haus.example" };

const nap = (time) => new Promise((resolve) => setTimeout(resolve, time));

const verified = (email, groups = []) => ({ email, email_verified: true, groups });

/** The program beside the provider, with a network, its office, and somebody with an account. */
class House {
  static async open(program, foreign) {
    const house = new House();
    house.foreign = foreign;
    house.folder = mkdtempSync(join(tmpdir(), "kreis-provider-"));
    const secret = join(house.folder, "secret");
    writeFileSync(secret, `${SECRET}\n`);
    // Limits count people by where they come from; here everybody comes from somewhere else.
    const settings = `[server]
behind_proxy = true
[sign_in.provider.${WORD}]
name = "Haus"
issuer = "${foreign.issuer}"
client_id = "kreis"
client_secret_file = "${secret}"
scopes = ["email", "profile", "groups"]
roles = [{ group = "buero", network = "haus", role = "office" }]
`;
    house.program = await startWith(program, settings);
    house.base = house.program.base;
    await foreign.opensFor(`${house.base}/anmelden/mit/${WORD}/zurueck`);
    await house.furnishes();
    return house;
  }

  async furnishes() {
    this.office = new Browser();
    const link = this.program.said.out.match(/https?:\S+/)[0];
    const key = new URL(link).searchParams.get("schluessel");
    await this.office.goes(`${this.base}/einrichten`, { key, name: "Haus", slug: "haus", person: "Koordination", mail: MAIL.office, lang: "de" });
    const added = await this.office.goes(`${this.base}/haus/person-anlegen`, { name: "Leitung", sort_name: "Leitung", mail: MAIL.lead, address_form: "neutral", lang: "de" });
    this.person = added.url.pathname;
    await this.office.goes(`${this.base}${this.person}/konto`, {});
  }

  /** Signs somebody in there, from the button on. */
  async entersAs(subject, browser = new Browser()) {
    this.foreign.visitor = subject;
    const page = await browser.goes(`${this.base}/anmelden`);
    if (!page.text.includes(`/anmelden/mit/${WORD}`)) throw new Error("the sign-in page has no button");
    const end = await browser.goes(`${this.base}/anmelden/mit/${WORD}?weiter=/haus/einstellungen`);
    return { browser, end };
  }

  /** What the mails about roles say that the office sees in its outbox, the newest first. */
  async toldOfRoles() {
    const outbox = await this.office.goes(`${this.base}/haus/postausgang`);
    const rows = outbox.text.split("<tr").filter((row) => row.includes("E-Mail zu einer Rolle"));
    const links = rows.map((row) => row.match(/href="(\/haus\/postausgang\/[0-9a-f-]+)"/)[1]);
    const letters = [];
    for (const link of links) letters.push((await this.office.goes(`${this.base}${link}`)).text);
    return letters;
  }

  async close() {
    await this.program.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function expects(what, holds) {
  if (!holds) throw new Error(what);
}

function isRefused({ end }, reason) {
  const said = end.url.searchParams.get("grund");
  expects(`${end.url.href} (${end.status}) in place of "${reason}"`, end.url.pathname.endsWith("/ergebnis") && said === reason);
}

/** Whether somebody is signed in, and whether as the office. */
async function stands(house, { browser }) {
  const account = await browser.goes(`${house.base}/konto`);
  const settings = await browser.goes(`${house.base}/haus/einstellungen`);
  return { isIn: account.url.pathname === "/konto", isOffice: settings.status === 200 && settings.url.pathname.endsWith("einstellungen") };
}

async function isNobody(house, visit, reason) {
  isRefused(visit, reason);
  const { isIn } = await stands(house, visit);
  expects("somebody is signed in all the same", !isIn);
}

/** What must hold, in order: later cases build upon the binding that the first ones make. */
const CASES = {
  "an unknown address is told whom to ask": async (house) => {
    house.foreign.people.stranger = verified("niemand@anderswo.example");
    const visit = await house.entersAs("stranger");
    await isNobody(house, visit, REASONS.unknown);
    expects("the office is not named", visit.end.text.includes("Haus"));
  },
  "an address that is not confirmed is nobody's": async (house) => {
    house.foreign.people.claimer = { email: MAIL.lead, email_verified: false };
    await isNobody(house, await house.entersAs("claimer"), REASONS.unknown);
  },
  "a good login is bound and let in": async (house) => {
    house.foreign.people.lead = verified(MAIL.lead.toUpperCase());
    const { isIn, isOffice } = await stands(house, await house.entersAs("lead"));
    expects("nobody is signed in", isIn && !isOffice);
  },
  "whoever is bound is known whatever the address says": async (house) => {
    house.foreign.people.lead = { groups: [] };
    expects("nobody is signed in", (await stands(house, await house.entersAs("lead"))).isIn);
  },
  "another subject with the same address is not let in": async (house) => {
    house.foreign.people.second = verified(MAIL.lead);
    await isNobody(house, await house.entersAs("second"), REASONS.other);
  },
  "a wrong nonce is refused": (house) => tampered(house, (claims) => ({ ...claims, nonce: "another" })),
  "a missing nonce is refused": (house) => tampered(house, ({ nonce, ...claims }) => claims),
  "a wrong audience is refused": (house) => tampered(house, (claims) => ({ ...claims, aud: "another" })),
  "one audience too many is refused": (house) => tampered(house, (claims) => ({ ...claims, aud: ["kreis", "another"] })),
  "another issuer is refused": (house) => tampered(house, (claims) => ({ ...claims, iss: "https://login.example.org" })),
  "a token that has ended is refused": (house) => tampered(house, (claims) => ({ ...claims, exp: claims.iat - 60 })),
  "another person's token is refused": (house) => tampered(house, (claims) => ({ ...claims, sub: "stranger" })),
  "a foreign key is refused": async (house) => {
    house.foreign.withForeignKey = true;
    await isNobody(house, await house.entersAs("lead"), REASONS.unbelieved);
    house.foreign.withForeignKey = false;
  },
  "an expired code is refused": async (house) => {
    house.foreign.codeLives = 1;
    const browser = new Browser();
    const back = await cameBack(house, browser);
    await nap(2500);
    await isNobody(house, { browser, end: await browser.goes(back) }, REASONS.unbelieved);
    house.foreign.codeLives = 60;
  },
  "another browser's way back is refused": async (house) => {
    const back = await cameBack(house, new Browser());
    const browser = new Browser();
    await isNobody(house, { browser, end: await browser.goes(back) }, REASONS.late);
  },
  "another state is refused": async (house) => {
    const browser = new Browser();
    const back = new URL(await cameBack(house, browser));
    back.searchParams.set("state", "another");
    await isNobody(house, { browser, end: await browser.goes(back) }, REASONS.late);
  },
  "a way back works once": async (house) => {
    const browser = new Browser();
    const back = await cameBack(house, browser);
    await browser.goes(back);
    isRefused({ end: await browser.goes(back) }, REASONS.late);
  },
  "rotated keys are asked for again": async (house) => {
    await house.foreign.opensFor();
    expects("nobody is signed in", (await stands(house, await house.entersAs("lead"))).isIn);
  },
  "a group gives its role and takes it along, and tells of both once": async (house) => {
    const before = await house.toldOfRoles();
    house.foreign.people.lead = { groups: ["buero", "andere"] };
    expects("the group gave nothing", (await stands(house, await house.entersAs("lead"))).isOffice);
    await house.entersAs("lead");
    const given = await house.toldOfRoles();
    expects("whoever has the role now is not told once", given.length === before.length + 1 && given[0].includes("Mit Ihrer Anmeldung über „Haus“ haben Sie bei Haus eine Rolle bekommen"));
    house.foreign.people.lead = { groups: ["andere"] };
    const { isIn, isOffice } = await stands(house, await house.entersAs("lead"));
    expects("the role outlives the group", isIn && !isOffice);
    await house.entersAs("lead");
    const taken = await house.toldOfRoles();
    expects("whoever lost the role is not told once", taken.length === before.length + 2 && taken[0].includes("nicht mehr zu der Gruppe"));
  },
  "a group that is gone takes no last office along": async (house) => {
    const roles = await house.office.goes(`${house.base}/haus/rollen`);
    const coordination = roles.text.match(/office\.([0-9a-f-]+)\/ende/)[1];
    const role = `${house.base}/haus/personen/${coordination}/geschaeftsstelle`;
    house.foreign.people.lead = { groups: ["buero"] };
    const { browser } = await house.entersAs("lead");
    await browser.goes(`${role}/ende`, {});
    house.foreign.people.lead = { groups: [] };
    const visit = await house.entersAs("lead");
    expects("the network has no office any more", (await stands(house, visit)).isOffice);
    await visit.browser.goes(role, {});
    expects("the role outlives the group", !(await stands(house, await house.entersAs("lead"))).isOffice);
  },
  "a role given by hand stays": async (house) => {
    await house.office.goes(`${house.base}${house.person}/geschaeftsstelle`, {});
    house.foreign.people.lead = { groups: [] };
    expects("the role is gone", (await stands(house, await house.entersAs("lead"))).isOffice);
  },
  "signing out ends the session here alone": async (house) => {
    const visit = await house.entersAs("lead");
    const out = await visit.browser.goes(`${house.base}/abmelden`, {});
    expects("the way out leads to the provider", out.way.every((step) => step.startsWith(house.base)));
    expects("still signed in", !(await stands(house, visit)).isIn);
  },
  "a provider that leads elsewhere is not followed": async (house) => {
    house.foreign.disguise = (said) => ({ ...said, token_endpoint: "http://127.0.0.1:9/token" });
    const other = await House.open(house.program.path, house.foreign);
    try {
      await isNobody(other, await other.entersAs("stranger"), REASONS.silent);
    } finally {
      await other.close();
      house.foreign.disguise = null;
    }
  },
};

async function tampered(house, change) {
  house.foreign.tamper = change;
  await isNobody(house, await house.entersAs("lead"), REASONS.unbelieved);
  house.foreign.tamper = null;
}

/** Goes there and stops before the way back. */
function cameBack(house, browser) {
  house.foreign.visitor = "lead";
  const isBack = (url) => url.pathname.endsWith("/zurueck");
  return browser.goesUntil(`${house.base}/anmelden/mit/${WORD}`, isBack);
}

async function run(program) {
  const foreign = await Foreign.start(SECRET);
  const house = await House.open(program, foreign);
  house.program.path = program;
  let faults = 0;
  try {
    for (const [name, holds] of Object.entries(CASES)) {
      Object.assign(foreign, { tamper: null, withForeignKey: false, disguise: null, codeLives: 60 });
      const fault = await holds(house).then(() => null, (error) => error.message);
      console.log(`${fault ? "FAIL" : "ok  "} ${name}${fault ? `: ${fault}` : ""}`);
      faults += fault ? 1 : 0;
    }
  } finally {
    await house.close();
    await foreign.close();
  }
  console.log(`${Object.keys(CASES).length} ways through a provider, ${faults} faults`);
  return faults ? 1 : 0;
}

/** What says yes to everything must be found out. */
function selfTest() {
  const end = (path) => ({ end: { url: new URL(path, "http://kreis.test"), status: 200 } });
  const planted = [end("/haus/einstellungen"), end(`/anmelden/mit/${WORD}/ergebnis?grund=stumm`)];
  const missed = planted.filter((visit) => {
    try {
      isRefused(visit, REASONS.unbelieved);
      return true;
    } catch {
      return false;
    }
  });
  isRefused(end(`/anmelden/mit/${WORD}/ergebnis?grund=ungueltig`), REASONS.unbelieved);
  console.log(`${planted.length - missed.length} of ${planted.length} planted faults found`);
  return missed.length ? 1 : 0;
}

const given = options(process.argv.slice(2), ["self-test"]);
process.exitCode = given["self-test"] ? selfTest() : await run(given.kreis);
