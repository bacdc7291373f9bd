// Plants one fault per page on a server of its own and asks that each is found,
// and that the page without a fault passes.

import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const STYLE = `:root{color-scheme:light dark} body{margin:1rem;font:1rem/1.5 sans-serif;background:#fff;color:#111}
a{color:#003a70} @media (prefers-color-scheme:dark){body{background:#111;color:#eee} a{color:#9cf}} .faint{color:#222}
.blind:focus{outline:none} .cover{position:fixed;inset:0;background:#fff8}
.skip{position:absolute;clip-path:inset(50%)} .skip:focus{clip-path:none;position:static}`;

function document(inside, { head = "", title = "Probe" } = {}) {
  return `<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">${head}</head>
<body><main><h1>Probe</h1>${inside}</main></body></html>`;
}

function english(inside) {
  return document(inside).replace('<html lang="de">', '<html lang="en">');
}

const FORM = `<form action="/after" method="get"><p><label for="name">Name</label>
<input id="name" name="name" autocomplete="off"></p><p><button>Senden</button></p></form>`;

// Path → what it holds, and the kind of fault that must be found there.
const PAGES = {
  "/good": [document("<p>Alles in Ordnung.</p>"), null],
  "/form": [document(FORM), null],
  "/after": [document("<p>Danke.</p>"), null],
  "/label": [document('<p><input name="nameless" autocomplete="off"></p>'), "axe"],
  "/link": [document('<p><a href="/good"></a></p>'), "axe"],
  "/dark": [document('<p class="faint">Nur im Dunkeln unlesbar.</p>'), "axe"],
  "/host": [document('<p><img alt="" src="http://127.0.0.1:9/far.png"></p>'), "other host"],
  "/console": [document("<p>x</p>", { head: '<script src="/bad.js"></script>' }), "console"],
  "/inline": [document("<p>x</p>", { head: "<script>document.title = 'x'</script>" }), "console"],
  "/missing": [document('<p><img alt="" src="/nothing.png"></p>'), "missing"],
  "/overflow": [document(`<p>${"Donaudampfschifffahrt".repeat(10)}</p>`), "overflow"],
  "/no-focus": [document('<p><a class="blind" href="/good">Weiter</a></p>'), "keyboard"],
  "/covered": [document('<div class="cover"></div><p><a href="/good">Weiter</a></p>'), "keyboard"],
  "/jumpy": [document(`${FORM}<p><a id="jump" href="/good">Weiter</a></p>`, { head: '<script src="/trap.js" defer></script>' }), "keyboard"],
  "/keys": [
    document(`<a class="skip" href="#end">Zum Ende</a><fieldset><legend>Antwort</legend>
<label><input type="radio" name="a" value="1"> Ja</label> <label><input type="radio" name="a" value="2"> Nein</label></fieldset>
<details><summary>Mehr</summary><p><a href="/good">Innen</a></p></details><p id="end"><button>Senden</button></p>`),
    null,
  ],
  "/parts": [
    document(`<p><label for="day">Tag</label> <input id="day" type="date" name="day"></p><p><a href="/good">Weiter</a></p>`),
    null,
  ],
  "/frame": [
    document('<p><a href="/good">Vorher</a></p><iframe src="/good" title="Innen"></iframe><p><a href="/after">Nachher</a></p>'),
    null,
  ],
  "/start": [
    document('<p><a href="/good">Zuerst</a></p><p id="here" tabindex="-1">Hier</p>', { head: '<script src="/focus.js" defer></script>' }),
    null,
  ],
  "/markup": [document('<p id="a">x</p><p id="a">y</p><b><p>z</p></b>'), "html"],
  "/tongue": [english("<p>Der Bericht liegt in der Geschäftsstelle aus.</p>"), "language"],
  "/tongue-field": [english('<p><label for="a">Note</label> <input id="a" type="text" name="a" value="Grüße"></p>'), "language"],
  "/tongues": [english('<p lang="de">Der Bericht liegt aus.</p><p>The report is here.</p>'), null],
  "/script": [
    document("", { head: '<script src="/fill.js" defer></script>' }).replace("<h1>Probe</h1>", "<p>Probe</p>"),
    "no script",
  ],
  "/gone": [document("<p>Weg.</p>"), "status"],
  "/dead-end": [document(FORM), "broken"],
  "/secret": [document("<p>Angemeldet.</p>"), null],
};

const OTHERS = {
  "/style.css": ["text/css", STYLE],
  "/bad.js": ["text/javascript", 'throw new Error("planted");'],
  "/trap.js": [
    "text/javascript",
    'document.querySelector("#jump").addEventListener("focus", (event) => event.target.blur());',
  ],
  "/focus.js": ["text/javascript", 'document.querySelector("#here").focus();'],
  "/fill.js": ["text/javascript", 'document.querySelector("main").innerHTML = "<h1>Probe</h1>";'],
  "/a.ics": ["text/calendar; charset=utf-8", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"],
  "/wrong.ics": ["text/html", "no calendar"],
};

function answer(request, response) {
  const { pathname } = new URL(request.url, "http://x");
  const send = (status, kind, body, headers = {}) =>
    response
      .writeHead(status, {
        "content-type": kind,
        "content-security-policy": "default-src 'self'; img-src 'self' http: data:",
        ...headers,
      })
      .end(body);
  if (pathname === "/sign-in/once") {
    return send(303, "text/plain", "", { location: "/good", "set-cookie": "who=office; Path=/; HttpOnly" });
  }
  if (OTHERS[pathname]) return send(200, ...OTHERS[pathname]);
  if (pathname === "/secret" && !request.headers.cookie?.includes("who=office")) {
    return send(403, "text/html; charset=utf-8", document("<p>Nein.</p>"));
  }
  if (pathname === "/gone") return send(410, "text/html; charset=utf-8", PAGES[pathname][0]);
  if (PAGES[pathname]) return send(200, "text/html; charset=utf-8", PAGES[pathname][0]);
  return send(404, "text/plain", "nothing here");
}

function entry(path) {
  if (path === "/form") {
    const steps = [
      { do: "fill", at: "#name", with: "Weimar" },
      { do: "click", at: "button" },
    ];
    return { role: "public", path, steps };
  }
  if (path === "/dead-end") {
    return { role: "public", path, steps: [{ do: "jump", at: "button" }] };
  }
  return { role: path === "/secret" ? "office" : "public", path };
}

/** Returns 0 when every planted fault was found and nothing else. */
export async function selfTest(lookAtAll, linksByRole) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${server.address().port}`;
  const folder = mkdtempSync(join(tmpdir(), "kreis-pages-"));
  let wrong = 0;
  const expect = (good, what) => {
    wrong += good ? 0 : 1;
    console.log(`${good ? "ok  " : "FAIL"} ${what}`);
  };
  try {
    const list = {
      roles: { public: null, office: "Geschäftsstelle", guest: "Gast" },
      prepare: [
        { role: "public", path: "/form", steps: entry("/form").steps },
        { role: "public", path: "/gone" },
      ],
      pages: [...Object.keys(PAGES).map(entry), { role: "guest", path: "/good", name: "unsigned" }],
      files: [
        { role: "public", path: "/a.ics" },
        { role: "public", path: "/wrong.ics" },
        { role: "public", path: "/good", links: "a[href$='.pdf']" },
      ],
    };
    const printed = `Kreis läuft auf ${base}/\n  Geschäftsstelle:  ${base}/sign-in/once\n`;
    const links = linksByRole(printed, list.roles);
    const { faults } = await lookAtAll({ base, list, links, shots: folder, files: folder, say: () => {} });
    for (const [path, [, kind]] of Object.entries(PAGES)) {
      const role = entry(path).role;
      const found = faults.filter((fault) => fault.page === `${role}${path}`);
      const kinds = [...new Set(found.map((fault) => fault.kind))];
      const good = kind === null ? kinds.length === 0 : kinds.length === 1 && kinds[0] === kind;
      expect(good, `${path}: ${kind ?? "no fault"} expected, ${kinds.join(", ") || "none"} found`);
      if (!good || process.env.KREIS_VERBOSE) for (const fault of found) console.log(`       ${fault.kind}: ${fault.what}`);
    }
    const of = (page) => faults.filter((fault) => fault.page === page).length;
    expect(of("unsigned") > 0, "a role without a link is a fault");
    expect(of("/a.ics") === 0 && of("/wrong.ics") === 1, "a calendar sent as a page is a fault");
    expect(of("/good") === 1, "a list of files that finds none is a fault");
    expect(of("before /form") === 0 && of("before /gone") === 1, "a state that cannot be prepared is a fault");
    const kept = readdirSync(folder);
    expect(kept.filter((name) => name.endsWith(".png")).length >= 3 * 10, "pictures are kept");
    expect(kept.filter((name) => name.endsWith(".ics")).length === 1, "files are kept");
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
  console.log(wrong ? `${wrong} planted faults not found as expected` : "every planted fault was found");
  return wrong ? 1 : 0;
}
