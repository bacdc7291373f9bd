// One person in front of a browser: acts as people do, by what they read on the page,
// and says what is missing there.

import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { overflowFaults, TAGS } from "../pages/looker.mjs";

const WIDE = { width: 1280, height: 900 };
const PICTURE = { width: 1200, height: 940 };
const PATIENCE = 30_000;
// Mails are printed, signed and delivered one after the other.
const MAIL_PATIENCE = 120_000;
const PAUSE = 300;

/** Acts on pages and keeps what is wrong with those that it looked at. */
export class Walker {
  /** `stage` says which looker, whether scripts run, and where faults and pictures go. A tab of a
   *  browser that is `kept` finds there what the one before left behind. */
  static async open(stage, role = "public", kept = false) {
    const visit = await stage.looker.visit(role, WIDE, stage.withScript, kept);
    const walker = new Walker();
    Object.assign(walker, visit, { stage, role, main: visit.page.getByRole("main"), opened: new Set() });
    walker.page.setDefaultTimeout(stage.patience ?? PATIENCE);
    stage.walkers.push(walker);
    return walker;
  }

  /** Opens an address of the installation, or a whole one. */
  async goes(path) {
    await this.page.goto(new URL(path, this.stage.looker.base).href);
  }

  /** Opens an address again and again until a heading is no longer there. */
  async goesUntilGone(path, heading) {
    for (const start = Date.now(); ; ) {
      await this.goes(path);
      if ((await this.main.getByRole("heading", { name: heading }).count()) === 0) return;
      if (Date.now() - start > MAIL_PATIENCE) throw new Error(`${path} still shows "${heading}"`);
      await this.page.waitForTimeout(PAUSE);
    }
  }

  async follows(name, within = this.main) {
    this.stage.clicks += 1;
    await this.leaves(() => within.getByRole("link", { name }).first().click());
  }

  async presses(name, within = this.main) {
    this.stage.clicks += 1;
    await this.leaves(() => within.getByRole("button", { name }).first().click());
  }

  /** Does what leads to another page and waits until that is there. */
  async leaves(act) {
    await Promise.all([this.page.waitForEvent("domcontentloaded"), act()]);
  }

  async writes(label, text, within = this.main) {
    this.counts(text);
    await within.getByLabel(label).first().fill(text);
  }

  /** The same in a table, where every row has such a field. */
  async writesInto(name, text) {
    this.counts(text);
    await this.main.locator(`[name=${name}]`).fill(text);
  }

  async choosesIn(name, option) {
    this.stage.clicks += 2;
    await this.main.locator(`[name=${name}]`).selectOption(option);
  }

  /** A click into the field, and what is typed. */
  counts(text) {
    this.stage.clicks += 1;
    this.stage.keys += text.length;
  }

  async ticks(label, within = this.main) {
    this.stage.clicks += 1;
    await within.getByLabel(label).first().check();
  }

  async unticks(label, within = this.main) {
    await within.getByLabel(label).first().uncheck();
  }

  async chooses(label, option, within = this.main) {
    this.stage.clicks += 2;
    await within.getByLabel(label).first().selectOption(option);
  }

  /** Moves the demo's clock by its bar. */
  async waitsUntil(day) {
    const bar = this.page.getByRole("complementary", { name: "Steuerung der Vorführung" });
    await bar.getByLabel("Zu diesem Tag springen").fill(day);
    await this.presses("Zum Tag", bar);
    const today = await bar.getByRole("time").getAttribute("datetime");
    if (!today?.startsWith(day)) throw new Error(`the clock shows ${today} instead of ${day}`);
  }

  /** The page's heading, with status 200 unless another is wanted. */
  async isAt(heading, status = 200) {
    const title = this.page.getByRole("heading", { level: 1, name: heading });
    await this.expects(title, `the heading "${heading}"`);
    const found = this.seen.answer?.status();
    if (found !== status) throw new Error(`${this.page.url()} answers ${found} instead of ${status}`);
  }

  /** Something to read, anywhere on the page. */
  async sees(text, within = this.page.locator("body")) {
    await this.expects(within.getByText(text).filter({ visible: true }).first(), `"${text}"`);
  }

  /** Something that must not be there. */
  async missesNow(text) {
    const count = await this.page.getByText(text).filter({ visible: true }).count();
    if (count > 0) throw new Error(`${this.page.url()} shows "${text}"`);
  }

  async expects(place, what, options) {
    try {
      await place.waitFor(options);
    } catch {
      throw new Error(`${this.page.url()} does not show ${what}`);
    }
  }

  /** The newest mail to the address `to` about `subject`, opened in the demo's mailbox; one that
   *  was opened before is not the one that is waited for: the outbox is done once the mail server
   *  has a mail, and that is before it lies in the mailbox. */
  async opensMail(to, subject) {
    const rows = this.main.getByRole("row").filter({ hasText: to }).filter({ hasText: subject });
    for (const start = Date.now(); ; ) {
      await this.goes(`/demo/post?suche=${encodeURIComponent(to)}`);
      const newest = (await rows.count()) > 0 ? await rows.first().getByRole("link").getAttribute("href") : null;
      if (newest && !this.opened.has(newest)) {
        this.opened.add(newest);
        break;
      }
      if (Date.now() - start > (this.stage.patience ?? MAIL_PATIENCE)) throw new Error(`no mail "${subject}" reached ${to}`);
      await this.page.waitForTimeout(PAUSE);
    }
    await this.leaves(() => rows.first().getByRole("link").click());
    await this.isAt(subject);
  }

  /** The first address in the open mail's text that matches. */
  async linkInMail(pattern) {
    const links = await this.main.getByRole("link").evaluateAll((all) => all.map((link) => link.href));
    const found = links.find((link) => pattern.test(link));
    if (!found) throw new Error(`the mail has no link like ${pattern}`);
    return found;
  }

  /** Looks at the page as it is: accessibility, both schemes, narrow screens. */
  async looks(name) {
    this.stage.pages += 1;
    const found = [];
    const { looker, withScript, shots, documents } = this.stage;
    if (documents) documents.set(name, await this.seen.answer.text());
    if (withScript) {
      found.push(...(await looker.axeFaults(this.page, TAGS, null)));
      await this.page.emulateMedia({ colorScheme: "dark" });
      await looker.shoot(this.page, name, "dark");
      found.push(...(await looker.axeFaults(this.page, null, ["color-contrast"])));
      await this.page.emulateMedia({ colorScheme: "light" });
    }
    await looker.shoot(this.page, name, withScript ? "wide" : "no script");
    found.push(...(await overflowFaults(this.page)));
    if (shots) await this.page.screenshot({ path: join(shots, `${name.replaceAll(" ", "-")}.phone.png`), fullPage: true });
    await this.page.setViewportSize(WIDE);
    this.stage.faults.push(...found.map((fault) => ({ page: name, ...fault })));
  }

  /** Takes a picture for the handbook: the upper part of the page, without the demo's bar. */
  async pictures(name) {
    const { pictures } = this.stage;
    if (!pictures) return;
    await this.page.evaluate(() => document.querySelector(".kreis-demo")?.remove());
    await this.page.setViewportSize(PICTURE);
    await this.page.evaluate(() => scrollTo(0, 0));
    const height = await this.page.evaluate(() => document.querySelector(".kreis-foot").getBoundingClientRect().top);
    const clip = { x: 0, y: 0, width: PICTURE.width, height: Math.min(height, PICTURE.height), scale: 1 };
    const session = await this.context.newCDPSession(this.page);
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 70, clip });
    await session.detach();
    writeFileSync(join(pictures, `${name}.webp`), Buffer.from(data, "base64"));
    await this.page.setViewportSize(WIDE);
  }
}
