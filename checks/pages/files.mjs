// Fetches what is not a page: calendars, news feeds, mails, PDF documents.

import { writeFileSync } from "node:fs";
import { join } from "node:path";

const KINDS = { ".ics": "text/calendar", ".atom": "application/atom+xml", ".pdf": "application/pdf", ".eml": "message/rfc822", ".txt": "text/plain" };

// Of many pages with a file each, so many are enough.
const MANY = 5;

/** What the pages at these addresses link to. */
async function further(page, addresses, selector) {
  const found = [];
  for (const address of addresses) {
    await page.goto(address);
    found.push(...(await page.locator(selector).evaluateAll((links) => links.map((link) => link.href))));
  }
  return found;
}

/**
 * Each entry names a role and a path; with `links`, a selector, the files are
 * those that the page at `path` links to, with `then` those that these pages
 * link to. `as` gives the ending when the address has none.
 */
export async function fetchFiles(looker, entries, folder) {
  const faults = [];
  let number = 0;
  for (const entry of entries) {
    const blame = (what) => faults.push({ page: entry.path, kind: "file", what });
    const context = await looker.browser.newContext({ storageState: await looker.stateOf(entry.role) });
    try {
      const start = new URL(entry.path, looker.base).href;
      let addresses = [start];
      if (entry.links) {
        const page = await context.newPage();
        await page.goto(start);
        addresses = await page.locator(entry.links).evaluateAll((links) => links.map((link) => link.href));
        if (addresses.length === 0) blame(`no link matches ${entry.links}`);
        if (entry.then) addresses = await further(page, addresses.slice(0, MANY), entry.then);
      }
      for (const address of new Set(addresses)) {
        const answer = await context.request.get(address);
        const path = new URL(address).pathname;
        const ending = entry.as ?? path.slice(path.lastIndexOf("."));
        const kind = answer.headers()["content-type"] ?? "";
        if (answer.status() !== 200) blame(`${answer.status()} ${address}`);
        else if (KINDS[ending] && !kind.startsWith(KINDS[ending])) blame(`${address} is sent as "${kind}"`);
        else {
          number += 1;
          const stem = path.split("/").pop().replace(/[^\w-]+/g, "-").slice(0, 60);
          writeFileSync(join(folder, `${String(number).padStart(3, "0")}-${stem}${ending}`), await answer.body());
        }
      }
    } finally {
      await context.close();
    }
  }
  return faults;
}
