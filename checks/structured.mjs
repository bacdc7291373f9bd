// What gatherings' pages say to search engines: JSON-LD with no other properties and values
// than schema.org has, by its types and the TypeScript compiler, and the same as the page.
//
//   node checks/structured.mjs --base URL
//   node checks/structured.mjs --self-test

import { join } from "node:path";

import { options, tool, toolsFolder } from "./tools.mjs";

// A Date of schema.org may leave the offset out; a visitor from elsewhere must not guess.
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;
// The gathering's own state; panels below may say theirs with the same rings.
const STATE = /<p class="kreis-hero__line"><span class="kreis-state kreis-state--([a-z]+)"/;
const BLOCK = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g;

/** What does not fit schema.org, by page: everything is compiled at once. */
function typeFaults(events) {
  const ts = tool("typescript");
  const settings = { noEmit: true, strict: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, types: [] };
  Object.assign(settings, { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler });
  // The files are nowhere; from there the compiler finds the types.
  const sources = new Map();
  const pages = new Map();
  for (const [page, event] of events) {
    const name = join(toolsFolder, "npm", `event-${pages.size}.ts`);
    pages.set(name, page);
    sources.set(
      name,
      `import type { Event, WithContext } from "schema-dts";\n` +
        `export const event: WithContext<Event> = ${JSON.stringify(event, null, 1)};\n`,
    );
  }
  const host = ts.createCompilerHost(settings);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => sources.has(name) || fileExists(name);
  host.readFile = (name) => sources.get(name) ?? readFile(name);
  host.getSourceFile = (name, version) =>
    sources.has(name) ? ts.createSourceFile(name, sources.get(name), version) : getSourceFile(name, version);
  const program = ts.createProgram([...pages.keys()], settings, host);
  return ts.getPreEmitDiagnostics(program).map((found) => ({
    page: pages.get(found.file?.fileName) ?? "the types themselves",
    kind: "types",
    what: ts.flattenDiagnosticMessageText(found.messageText, " ").slice(0, 400),
  }));
}

/** What the page itself can be asked; the event, where there is one to compile. */
function read(page, html) {
  const faults = [];
  const blames = (kind, what) => faults.push({ page, kind, what });
  const blocks = [...html.matchAll(BLOCK)];
  if (blocks.length !== 1) {
    blames("count", `${blocks.length} blocks of JSON-LD`);
    return { faults };
  }
  let event;
  try {
    event = JSON.parse(blocks[0][1]);
  } catch (error) {
    blames("broken", error.message);
    return { faults };
  }
  if (/[<>\u2028\u2029]/.test(blocks[0][1])) blames("escape", "a sign stands there that could end the block");
  const canonical = html.match(/<link rel="canonical" href="([^"]*)"/)?.[1];
  if (event.url !== canonical) blames("url", `${event.url} instead of ${canonical}`);
  for (const name of ["startDate", "endDate", "previousStartDate"]) {
    for (const date of [event[name] ?? []].flat()) if (!DATE.test(date)) blames("date", `${name} is ${date}`);
  }
  if (!event.startDate || Date.parse(event.endDate) <= Date.parse(event.startDate)) blames("date", "it ends before it begins");
  const shown = html.match(/<time datetime="([^"]*)"/g)?.some((time) => time.includes(`"${event.startDate?.slice(0, 16)}`));
  if (!shown) blames("date", `the page does not show ${event.startDate}`);
  const isCancelled = STATE.exec(html)?.[1] === "cancelled";
  if (isCancelled !== (event.eventStatus === "https://schema.org/EventCancelled")) blames("status", event.eventStatus);
  if (!event.organizer) blames("organizer", "none");
  return { faults, event };
}

function lookAt(documents) {
  const faults = [];
  const events = new Map();
  for (const [page, html] of documents) {
    const found = read(page, html);
    faults.push(...found.faults);
    if (found.event) events.set(page, found.event);
  }
  if (events.size) faults.push(...typeFaults(events));
  return { faults, events };
}

async function textOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer.text();
}

const hrefs = (html) => [...html.matchAll(/href="([^"#]*)"/g)].map((hit) => hit[1].replaceAll("&amp;", "&"));

/** The pages of all gatherings that a visitor finds, from the front page over the lists of all years. */
async function collect(base) {
  const lists = new Set();
  for (const href of hrefs(await textOf(`${base}/`))) {
    if (/^\/[a-z0-9-]+$/.test(href)) lists.add(`${href}/termine`);
  }
  const pages = new Set();
  // A set is walked in the order of growth: lists of other years are found on the way.
  for (const list of lists) {
    const answer = await fetch(base + list);
    if (!answer.ok) continue;
    for (const href of hrefs(await answer.text())) {
      if (/^\/[a-z0-9-]+\/termine\?jahr=\d+$/.test(href)) lists.add(href);
      if (/^\/[a-z0-9-]+\/termine\/[^./?]+$/.test(href)) pages.add(href);
    }
  }
  const documents = new Map();
  for (const page of pages) documents.set(page, await textOf(base + page));
  return documents;
}

const SAMPLE = `<link rel="canonical" href="https://kreis.example/weimar/termine/sitzung">
<time datetime="2017-12-07T14:00">7. Dezember</time>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Event","name":"Sitzung",
"url":"https://kreis.example/weimar/termine/sitzung","startDate":"2017-12-07T14:00:00+01:00",
"endDate":"2017-12-07T16:30:00+01:00","eventStatus":"https://schema.org/EventScheduled",
"eventAttendanceMode":"https://schema.org/OfflineEventAttendanceMode",
"location":{"@type":"Place","name":"Rathaus","address":{"@type":"PostalAddress","addressLocality":"Weimar"}},
"superEvent":{"@type":"EventSeries","name":"Reihe"},
"organizer":{"@type":"Organization","name":"Kreisgruppe","url":"https://kreis.example/weimar"}}</script>`;

// What is planted, in place of what, and the rule that has to find it.
const PLANTED = [
  ["", "", null],
  ["application/ld+json", "application/json", "count"],
  ['"Event",', '"Event"', "broken"],
  ["Sitzung", "Sitzung</script>", "broken"],
  ["Sitzung", "Sitzung <b>", "escape"],
  ["termine/sitzung", "termine/andere", "url"],
  ["14:00:00+01:00", "14:00:00", "date"],
  ["16:30:00+01:00", "13:30:00+01:00", "date"],
  ['datetime="2017-12-07T14:00"', 'datetime="2017-12-08T14:00"', "date"],
  ["EventScheduled", "EventCancelled", "status"],
  ["<time", '<p class="kreis-hero__line"><span class="kreis-state kreis-state--cancelled">Abgesagt</span><time', "status"],
  ["<time", '<p><span class="kreis-state kreis-state--cancelled">Ausgebucht</span></p><time', null],
  ["EventScheduled", "EventMoved", "types"],
  ["Offline", "Somewhere", "types"],
  ['"name":"Rathaus"', '"house":"Rathaus"', "types"],
  ['"@type":"EventSeries"', '"@type":"EventRow"', "types"],
  ['"addressLocality"', '"town"', "types"],
  ['"organizer"', '"organiser"', "organizer"],
  ['"startDate":', '"start":', "types"],
];

function selfTest() {
  const documents = new Map(PLANTED.map(([sound, faulty], number) => [`${number}`, SAMPLE.replace(sound, faulty)]));
  const { faults } = lookAt(documents);
  let missed = 0;
  for (const [number, [sound, , expected]] of PLANTED.entries()) {
    const found = faults.filter((fault) => fault.page === `${number}`).map((fault) => fault.kind);
    const fits = expected ? found.includes(expected) : found.length === 0;
    console.log(`${fits ? "ok  " : "FAIL"} ${expected ?? "sound"} (${sound}): ${found}`);
    missed += fits ? 0 : 1;
  }
  return missed ? 1 : 0;
}

async function main() {
  const given = options(process.argv.slice(2), ["self-test"]);
  if (given["self-test"]) return selfTest();
  if (!given.base) {
    console.error("--base is missing");
    return 2;
  }
  const { faults, events } = lookAt(await collect(given.base));
  for (const fault of faults) console.log(`FAIL ${fault.page} ${fault.kind}: ${fault.what}`);
  const statuses = [...events.values()].map((event) => event.eventStatus).sort();
  for (const status of new Set(statuses)) console.log(`     ${statuses.filter((it) => it === status).length} ${status}`);
  console.log(`${events.size} gatherings looked at, ${faults.length} faults`);
  return faults.length || events.size === 0 ? 1 : 0;
}

process.exitCode = await main();
