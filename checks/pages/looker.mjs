// One browser that signs in once per role and looks at a page four ways: wide, dark,
// as a phone, and without JavaScript.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { tool } from "../tools.mjs";
import { keyboardFaults } from "./keyboard.mjs";
import { languageFaults } from "./language.mjs";

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };
// 320 CSS pixels is where WCAG 1.4.10 asks for reflow.
const NARROW = [360, 320];
/** What axe is asked for. */
export const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549"];
const PATIENCE = 15_000;
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Nothing leaves the machine; what a page asks of others is a fault all the same.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/** Sees pages, keeps their HTML, and says what is wrong with them. */
export class Looker {
  static async open({ base, list, links, shots, chromium }) {
    const { chromium: engine } = tool("playwright-core");
    const looker = new Looker();
    Object.assign(looker, { base, list, links, shots, origin: new URL(base).origin });
    looker.html = new Map();
    looker.signedIn = new Map();
    looker.rooms = new Map();
    looker.axe =
      readFileSync(tool.resolve("axe-core/axe.min.js"), "utf8") +
      `;axe.configure({locale:${readFileSync(tool.resolve("axe-core/locales/de.json"), "utf8")}});`;
    looker.browser = await engine.launch({
      executablePath: chromium ?? process.env.KREIS_CHROMIUM ?? "/usr/bin/chromium",
      headless: true,
      args: FLAGS,
    });
    return looker;
  }

  async close() {
    await this.browser.close();
  }

  /** The cookies of a role; a sign-in link works once, so they are kept. */
  stateOf(role) {
    if (!this.signedIn.has(role)) this.signedIn.set(role, this.signIn(role));
    return this.signedIn.get(role);
  }

  async signIn(role) {
    if (!(role in this.list.roles)) throw new Error(`the list names no role "${role}"`);
    let state;
    if (this.list.roles[role] !== null) {
      const link = this.links[role];
      if (!link) throw new Error(`no sign-in link for the role "${role}"`);
      const context = await this.browser.newContext({ locale: "de-DE" });
      const page = await context.newPage();
      const answer = await page.goto(link, { timeout: PATIENCE });
      if (!answer?.ok()) throw new Error(`sign-in as "${role}" answers ${answer?.status()}`);
      if (this.list.confirmSignIn) await page.click(this.list.confirmSignIn, { timeout: PATIENCE });
      await page.waitForLoadState();
      state = await context.storageState();
      await context.close();
      if (state.cookies.length === 0) throw new Error(`sign-in as "${role}" set no cookie`);
    }
    return state;
  }

  /** What a role's browser remembers; fresh for every visit but where `kept` is asked for. */
  async room(role, viewport, javaScriptEnabled, kept) {
    const make = async () => {
      const storageState = await this.stateOf(role);
      return this.browser.newContext({ locale: "de-DE", viewport, storageState, javaScriptEnabled, reducedMotion: "reduce" });
    };
    if (!kept) return make();
    const room = `${role} ${javaScriptEnabled}`;
    if (!this.rooms.has(room)) this.rooms.set(room, make());
    return this.rooms.get(room);
  }

  /** A page of its own, whose requests and console are written down. */
  async visit(role, viewport, javaScriptEnabled, kept = false) {
    const context = await this.room(role, viewport, javaScriptEnabled, kept);
    const seen = { faults: [], answer: null };
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith("http") && url.origin !== this.origin) {
        seen.faults.push({ kind: "other host", what: url.href });
      }
    });
    page.on("console", (message) => {
      // What could not be loaded is told apart below; the console only repeats it.
      const repeated = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !repeated) seen.faults.push({ kind: "console", what: message.text() });
    });
    page.on("pageerror", (error) => seen.faults.push({ kind: "console", what: error.message }));
    page.on("requestfailed", (request) => {
      const url = new URL(request.url());
      const left = request.failure()?.errorText === "net::ERR_ABORTED";
      if (url.origin === this.origin && !left) seen.faults.push({ kind: "missing", what: url.href });
    });
    page.on("response", (response) => {
      const request = response.request();
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
        if (response.status() < 300 || response.status() >= 400) seen.answer = response;
      } else if (request.resourceType() === "fetch" && response.status() === 409) {
        // Somebody else was faster; the script says so on the page.
      } else if (response.status() >= 400) {
        seen.faults.push({ kind: "missing", what: `${response.status()} ${response.url()}` });
      }
    });
    return { context, page, seen };
  }

  async goThere(page, wanted) {
    await page.goto(new URL(wanted.path, this.base).href, { timeout: PATIENCE });
    for (const step of wanted.steps ?? []) {
      const place = page.locator(step.at).first();
      if (step.do === "fill") await place.fill(step.with);
      else if (step.do === "select") await place.selectOption(step.with);
      else if (step.do === "check") await place.check();
      else if (step.do === "press") await place.press(step.with);
      else if (step.do === "click") await place.click();
      else if (step.do === "attach") await place.setInputFiles(textFile(step.with, step.text));
      else if (step.do === "set") await place.evaluate((field, value) => (field.value = value), step.with);
      else throw new Error(`no such step: ${step.do}`);
      await page.waitForLoadState();
    }
  }

  /** Leads once to a state that many entries look at; every step changes what it finds. */
  async prepare(wanted) {
    const { context, page, seen } = await this.visit(wanted.role, WIDE, true);
    const blame = (what) => [{ page: `before ${wanted.path}`, kind: "prepare", what }];
    try {
      await this.goThere(page, wanted);
      const status = seen.answer?.status();
      return status === 200 ? [] : blame(`${status} instead of 200`);
    } catch (error) {
      return blame(error.message.split("\n")[0]);
    } finally {
      await context.close();
    }
  }

  /** All looks at one entry of the list. */
  async look(wanted) {
    const name = wanted.name ?? `${wanted.role}${wanted.path}`;
    const attempts = [() => this.lookInBrowser(wanted, name)];
    if (wanted.noScript !== false && wanted.steps) attempts.push(() => this.lookWithoutScript(wanted));
    const faults = [];
    for (const attempt of attempts) {
      try {
        faults.push(...(await attempt()));
      } catch (error) {
        faults.push({ kind: "broken", what: error.message.split("\n")[0] });
      }
    }
    return faults.map((fault) => ({ page: name, ...fault }));
  }

  /** One visit, wide and dark, then as narrow as a phone. */
  async lookInBrowser(wanted, name) {
    const kept = !wanted.steps && wanted.viewport !== "phone";
    const { context, page, seen } = await this.visit(wanted.role, wanted.viewport === "phone" ? PHONE : WIDE, true, kept);
    const faults = [];
    const look = async (way, at) => {
      for (const fault of await at.call(this, page, name)) faults.push({ ...fault, what: `${way}: ${fault.what}` });
    };
    try {
      await this.goThere(page, wanted);
      faults.push(...statusFaults(seen, wanted));
      const served = await seen.answer.text();
      this.html.set(name, served);
      // Without steps to take, what is served is all there is without JavaScript.
      if (wanted.noScript !== false && !wanted.steps) faults.push(...headingFaults(/<h1[^>]*>([^]*?)<\/h1>/.exec(served)?.[1]));
      if (wanted.viewport !== "phone") {
        await look("wide", this.lookWide);
        await look("dark", this.lookDark);
      }
      if (wanted.viewport !== "wide") {
        await page.setViewportSize(PHONE);
        await look("phone", this.lookNarrow);
      }
    } finally {
      await (kept ? page : context).close();
    }
    return [...seen.faults, ...faults];
  }

  async lookWide(page, name) {
    await this.shoot(page, name, "wide");
    const axe = await this.axeFaults(page, TAGS, null);
    return [...axe, ...(await languageFaults(page, this.list.titles)), ...(await keyboardFaults(page))];
  }

  async lookDark(page, name) {
    await page.emulateMedia({ colorScheme: "dark" });
    await this.shoot(page, name, "dark");
    const faults = await this.axeFaults(page, null, ["color-contrast"]);
    await page.emulateMedia({ colorScheme: null });
    return faults;
  }

  async lookNarrow(page, name) {
    await this.shoot(page, name, "phone");
    const axe = await this.axeFaults(page, TAGS, null);
    return [...axe, ...(await languageFaults(page, this.list.titles)), ...(await overflowFaults(page))];
  }

  async lookWithoutScript(wanted) {
    const { page, seen } = await this.visit(wanted.role, WIDE, false, true);
    try {
      await this.goThere(page, wanted);
      const heading = await page.locator("h1").allInnerTexts();
      return [...statusFaults(seen, wanted), ...headingFaults(heading.join(""))];
    } finally {
      await page.close();
    }
  }

  async axeFaults(page, tags, rules) {
    // It is a large script; a page that has it keeps it until the next one is loaded.
    if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(this.axe);
    const found = await page.evaluate(
      ([tags, rules]) =>
        globalThis.axe.run(document, {
          resultTypes: ["violations"],
          runOnly: tags ? { type: "tag", values: tags } : { type: "rule", values: rules },
        }),
      [tags, rules],
    );
    return found.violations.map((violation) => {
      const places = violation.nodes.map((node) => node.target.join(" "));
      const more = places.length > 3 ? ` and ${places.length - 3} more` : "";
      return {
        kind: "axe",
        what: `${violation.id}: ${violation.help} at ${places.slice(0, 3).join(" · ")}${more}`,
      };
    });
  }

  async shoot(page, name, way) {
    if (!this.shots) return;
    const file = `${name.replace(/[^\w-]+/g, "-").replace(/^-|-$/g, "")}.${way}.png`;
    await page.screenshot({ path: join(this.shots, file), fullPage: true, animations: "disabled" });
  }
}

function statusFaults(seen, { status = 200 }) {
  const answered = seen.answer?.status();
  return answered === status ? [] : [{ kind: "status", what: `${answered} instead of ${status}` }];
}

function headingFaults(heading = "") {
  const words = heading.replace(/<[^>]*>/g, "").trim();
  return words ? [] : [{ kind: "no script", what: "no heading to read" }];
}

/** A small text file to be chosen in a form. */
function textFile(name, text = "Ein kurzer Text.\n") {
  return { name, mimeType: "text/plain", buffer: Buffer.from(text) };
}

/** The width of what sticks out to the right, and what that is; nothing where all fits. */
function tooWide(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return null;
    const wide = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > room + 1)
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 60));
    return `${document.documentElement.scrollWidth} pixels: ${wide.join(" · ")}`;
  });
}

/** What sticks out to the right on narrow screens, unless it scrolls on its own. */
export async function overflowFaults(page) {
  const faults = [];
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: PHONE.height });
    let out = await tooWide(page);
    if (out) {
      // A browser with much to do still lays the page out; what is too wide stays so.
      await page.waitForTimeout(500);
      out = await tooWide(page);
    }
    if (out) faults.push({ kind: "overflow", what: `at ${width} pixels wide the page is ${out}` });
  }
  return faults;
}
