// What one flow shares: its browser, its people, and what was wrong on the way.

import { join } from "node:path";

import { htmlFaults } from "../pages/html.mjs";
import { Looker } from "../pages/looker.mjs";

const ROLES = ["office", "leader", "member", "operator", "conferences", "assistance"];

/** One run through the demo. */
export class Stage {
  static async open({ base, name, withScript, patience, said, network, shots, pictures, chromium }) {
    const stage = new Stage();
    const list = { roles: Object.fromEntries([["public", null], ...ROLES.map((role) => [role, role])]) };
    const links = Object.fromEntries(ROLES.map((role) => [role, `${base}/demo/als/${role}`]));
    Object.assign(stage, { name, withScript, patience, said, network, shots, pictures, faults: [], notes: [], walkers: [], steps: 0, pages: 0, clicks: 0, keys: 0, step: "begin" });
    stage.documents = withScript ? new Map() : null;
    stage.looker = await Looker.open({ base, list, links, shots, chromium });
    return stage;
  }

  /** One act of one person; its name stands before what goes wrong in it. */
  async does(step, act) {
    this.step = step;
    const start = Date.now();
    await act();
    this.steps += 1;
    if (process.env.KREIS_VERBOSE) console.log(`     ${this.name}: ${step}, ${Date.now() - start} ms`);
  }

  /** How long a practised person would need for what was done so far, by the keystroke-level
   *  model (Card, Moran, Newell 1980): thinking, pointing and clicking, and typing. */
  minutes() {
    const [think, point, click, key] = [1.35, 1.1, 0.2, 0.28];
    return (this.clicks * (think + point + click) + this.keys * key) / 60;
  }

  /** Keeps why the flow ended early, with a picture of where. */
  async blames(error) {
    this.faults.push({ page: this.step, kind: "broken", what: error.message.split("\n")[0] });
    if (!this.shots) return;
    for (const [number, walker] of this.walkers.entries()) {
      if (walker.page.isClosed()) continue;
      const path = join(this.shots, `broken-${this.name.replaceAll(" ", "-")}-${number}.png`);
      await walker.page.screenshot({ path, fullPage: true });
    }
  }

  /** What the watchers of all pages wrote down, and what the HTML checker says. */
  async close() {
    for (const walker of this.walkers) {
      this.faults.push(...walker.seen.faults.map((fault) => ({ page: walker.role, ...fault })));
    }
    await this.looker.close();
    if (this.documents) this.faults.push(...htmlFaults(this.documents));
  }
}
