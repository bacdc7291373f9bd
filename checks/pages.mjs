// Looks at every page and state as a browser does: accessibility, HTML, other
// hosts, the console, narrow screens, dark mode, and life without JavaScript.
//
//   node checks/pages.mjs --base URL [--links FILE] [--list FILE] [--only WORD]
//                         [--shots DIR] [--files DIR] [--chromium PATH]
//   node checks/pages.mjs --self-test
//
// --links: lines that end in a sign-in link and say the role before it, as
// `kreis demo` prints them. --list: see pages.json and CONTRIBUTING.
// --files: fetches the calendar, mail and PDF files named in the list there.

import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { Looker } from "./pages/looker.mjs";
import { fetchFiles } from "./pages/files.mjs";
import { htmlFaults } from "./pages/html.mjs";
import { selfTest } from "./pages/self-test.mjs";
import { options } from "./tools.mjs";

// Two keep two cores busy.
const WORKERS = 2;
// The same engine without windows shows a page in half the time; flows are walked in the whole browser.
const WINDOWLESS = process.env.KREIS_CHROMIUM ?? "/usr/bin/chromium-headless-shell";
const here = dirname(fileURLToPath(import.meta.url));

/** Role → link, by the words that the list gives for each role. */
function linksByRole(text, roles) {
  const lines = text.split("\n").map((line) => line.match(/^(.*?)(https?:\/\/\S+)\s*$/));
  const links = {};
  for (const [role, words] of Object.entries(roles)) {
    if (words === null) continue;
    const hit = lines.find((line) => line?.[1].toLowerCase().includes(words.toLowerCase()));
    if (hit) links[role] = hit[2];
  }
  return links;
}

/** Looks at all pages; returns the faults, one sentence each, and how many looks were taken. */
async function lookAtAll({ base, list, links, shots, files, only, chromium = WINDOWLESS, say }) {
  const looker = await Looker.open({ base, list, links, shots, chromium });
  const faults = [];
  let looks = 0;
  try {
    for (const wanted of list.prepare ?? []) {
      const found = await looker.prepare(wanted);
      faults.push(...found);
      for (const fault of found) say(`FAIL ${fault.page} ${fault.kind}: ${fault.what}`);
    }
    const pages = list.pages.filter((page) => !only || (page.name ?? page.path).includes(only));
    const rest = [...pages];
    const work = async () => {
      for (let page = rest.shift(); page; page = rest.shift()) {
        const start = Date.now();
        const found = await looker.look(page);
        looks += 1;
        faults.push(...found);
        say(`${found.length ? "FAIL" : "ok  "} ${page.role} ${page.name ?? page.path} ${Date.now() - start} ms`);
        for (const fault of found) say(`       ${fault.kind}: ${fault.what}`);
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, work));
    if (files) {
      const found = await fetchFiles(looker, list.files ?? [], files);
      looks += (list.files ?? []).length;
      faults.push(...found);
      for (const fault of found) say(`FAIL ${fault.page} ${fault.kind}: ${fault.what}`);
    }
    const found = htmlFaults(looker.html);
    faults.push(...found);
    say(`${found.length ? "FAIL" : "ok  "} HTML checker over ${looker.html.size} documents`);
    for (const fault of found) say(`       ${fault.page}: ${fault.what}`);
  } finally {
    await looker.close();
  }
  return { faults, looks };
}

async function main() {
  const given = options(process.argv.slice(2), ["self-test"]);
  if (given["self-test"]) return selfTest(lookAtAll, linksByRole);
  if (!given.base) {
    console.error("--base is missing");
    return 2;
  }
  const list = JSON.parse(readFileSync(given.list ?? join(here, "pages.json"), "utf8"));
  const links = given.links ? linksByRole(readFileSync(given.links, "utf8"), list.roles) : {};
  for (const folder of [given.shots, given.files]) if (folder) mkdirSync(folder, { recursive: true });
  const { faults, looks } = await lookAtAll({
    base: given.base,
    list,
    links,
    shots: given.shots,
    files: given.files,
    only: given.only,
    chromium: given.chromium,
    say: console.log,
  });
  console.log(`${looks} pages and files looked at, ${faults.length} faults`);
  return faults.length || looks === 0 ? 1 : 0;
}

process.exitCode = await main();
