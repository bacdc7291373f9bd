// Walks a small flow over a server of its own, in which one thing after the other is
// broken, and asks that each is found, and nothing where nothing is broken.

import { createServer } from "node:http";

import { reaches } from "./keyboard.mjs";
import { Walker } from "./walker.mjs";

const PATIENCE = 1_500;
const STYLE = `:root{color-scheme:light dark} body{margin:1rem;font:1rem/1.5 sans-serif;background:#fff;color:#111}
a{color:#003a70} @media (prefers-color-scheme:dark){body{background:#111;color:#eee} a{color:#9cf}}`;
const TRAP = 'document.querySelector("button").addEventListener("focus", (event) => event.target.blur());';

function document(title, inside, head = "") {
  return `<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">${head}</head>
<body><main><h1>${title}</h1>${inside}</main></body></html>`;
}

const FORM = `<p><a href="/">Anfang</a></p><form action="/done" method="post"><p><label for="name">Name</label>
<input id="name" name="name" autocomplete="off"></p><p><button>Senden</button></p></form>`;
const MAILS = `<table><tr><td>leitung@haus.example</td><td><a href="/mail">Einladung</a></td></tr></table>`;

const OFFICE = {
  "/": [200, document("Anfang", "<p>Alles da.</p>")],
  "/form": [200, document("Antwort", FORM)],
  "/done": [200, document("Antwort", "<p>Vielen Dank.</p>")],
  "/demo/post": [200, document("Postfach", MAILS)],
  "/mail": [200, document("Einladung", '<p><a href="/form?a=zusage">Zusage</a></p>')],
};

// What is broken, which page answers otherwise, and the kind of fault that must be found.
const PLANTED = [
  ["nothing", {}, null],
  ["a page that fails", { "/": [500, document("Anfang", "<p>Alles da.</p>")] }, "broken"],
  ["another page than expected", { "/": [200, document("Anmelden", "<p>Alles da.</p>")] }, "broken"],
  ["a sentence that is missing", { "/": [200, document("Anfang", "<p>Nichts da.</p>")] }, "broken"],
  ["a sentence nobody sees", { "/": [200, document("Anfang", "<p hidden>Alles da.</p>")] }, "broken"],
  ["a mail that never comes", { "/demo/post": [200, document("Postfach", "<p>Leer.</p>")] }, "broken"],
  ["a mail without its link", { "/mail": [200, document("Einladung", "<p>Kommen Sie.</p>")] }, "broken"],
  ["an answer that is not taken", { "/done": [200, document("Antwort", FORM)] }, "broken"],
  ["a control that Tab does not reach", { "/form": [200, document("Antwort", FORM, '<script src="/trap.js" defer></script>')] }, "broken"],
  ["an error in the console", { "/": [200, document("Anfang", "<p>Alles da.</p>", '<script src="/bad.js"></script>')] }, "console"],
  ["a field without a name", { "/": [200, document("Anfang", '<p>Alles da. <input autocomplete="off"></p>')] }, "axe"],
  ["a page too wide for phones", { "/": [200, document("Anfang", `<p>Alles da. ${"Amt".repeat(99)}</p>`)] }, "overflow"],
  ["markup that is none", { "/": [200, document("Anfang", '<p id="a">Alles da.</p><p id="a">x</p>')] }, "html"],
];

async function walk(stage) {
  const walker = await Walker.open(stage);
  await stage.does("begin", async () => {
    await walker.goes("/");
    await walker.isAt("Anfang");
    await walker.sees("Alles da.");
    await walker.looks("begin");
  });
  await stage.does("answer", async () => {
    await walker.opensMail("leitung@haus.example", "Einladung");
    await walker.goes(await walker.linkInMail(/zusage/));
    await reaches(walker, walker.main.getByRole("button", { name: "Senden" }), "the button");
    await walker.writes("Name", "Leitung");
    await walker.presses("Senden");
    await walker.sees("Vielen Dank.");
  });
}

/** Returns 0 when every planted fault was found and nothing else. */
export async function selfTest(walked) {
  let broken = {};
  const others = { "/style.css": ["text/css", STYLE], "/bad.js": ["text/javascript", 'throw new Error("planted");'], "/trap.js": ["text/javascript", TRAP] };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://x");
    const [kind, text] = others[pathname] ?? [];
    if (kind) return response.writeHead(200, { "content-type": kind }).end(text);
    const [status, page] = broken[pathname] ?? OFFICE[pathname] ?? [404, document("Fehlt", "<p>Nichts.</p>")];
    return response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(page);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${server.address().port}`;
  let wrong = 0;
  try {
    for (const [what, pages, kind] of PLANTED) {
      broken = pages;
      const { faults } = await walked({ name: what, withScript: true, patience: PATIENCE, walk }, base, {});
      const kinds = [...new Set(faults.map((fault) => fault.kind))].filter((found) => !(kind === "broken" && found === "missing"));
      const good = kind === null ? kinds.length === 0 : kinds.length === 1 && kinds[0] === kind;
      wrong += good ? 0 : 1;
      console.log(`${good ? "ok  " : "FAIL"} ${what}: ${kind ?? "no fault"} expected, ${kinds.join(", ") || "none"} found`);
      if (!good) for (const fault of faults) console.log(`       ${fault.page} ${fault.kind}: ${fault.what}`);
    }
  } finally {
    server.close();
  }
  console.log(wrong ? `${wrong} planted faults not found as expected` : "every planted fault was found");
  return wrong ? 1 : 0;
}
