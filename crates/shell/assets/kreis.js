// Comfort on top of pages that work without it. No framework, no inline code, no other host.
// Every sentence a person sees comes from a data attribute, in the language of the page.

const AUTOSAVE_PAUSE_MS = 1500;
const LEAVING_MS = 1000;
const changed = new Set();

const all = (selector, work, root = document) => root.querySelectorAll(selector).forEach(work);

/** Sends a form in the background a moment after the last keystroke and says what became of it. */
function autosave(form) {
  const status = form.querySelector("[data-autosave-status]")
    ?? document.querySelector(`[data-autosave-status="${form.id}"]`);
  let timer;
  let running = false;
  let again = false;
  let stopped = false;

  const say = (state, link) => {
    if (!status) return;
    status.dataset.state = state;
    status.textContent = status.dataset[state] ?? "";
    if (!link) return;
    const anchor = document.createElement("a");
    anchor.href = link;
    anchor.className = "kern-link";
    anchor.textContent = status.dataset[`${state}Link`] ?? link;
    status.append(" ", anchor);
  };

  const send = async () => {
    if (stopped) return;
    if (running) { again = true; return; }
    running = true;
    say("saving");
    try {
      const multipart = form.enctype === "multipart/form-data";
      const data = new FormData(form);
      const answer = await fetch(form.dataset.autosave || form.action, {
        method: "POST",
        headers: { "X-Autosave": "1" },
        body: multipart ? data : new URLSearchParams(data),
        credentials: "same-origin",
      });
      if (answer.status === 409) {
        stopped = true;
        say("conflict", answer.headers.get("Location") ?? status?.dataset.conflictHref ?? location.href);
      } else if (!answer.ok || answer.redirected) {
        say("failed");
      } else {
        takeVersion(form, answer.headers.get("X-Version"));
        if (!again) changed.delete(form);
        // Saved, but something in it is not understood: the page has a question to answer.
        if (Number(answer.headers.get("X-Asks")) > 0) say("asks", status?.dataset.asksHref);
        else say("saved");
      }
    } catch {
      say("failed");
    }
    running = false;
    if (again) { again = false; send(); }
  };

  form.addEventListener("input", () => {
    if (stopped) return;
    clearTimeout(timer);
    say("changed");
    timer = setTimeout(send, AUTOSAVE_PAUSE_MS);
  });
  // Leaving a field sends at once, so that moving an entry right after typing loses nothing.
  form.addEventListener("change", () => { clearTimeout(timer); send(); });
  form.addEventListener("submit", () => clearTimeout(timer));
}

/** The next save must build upon what this save left behind. */
function takeVersion(form, version) {
  const field = form.querySelector("input[name=version]");
  if (field && version) field.value = version;
}

/** Asks before a page with unsent changes is left. */
function guardChanges(form) {
  form.addEventListener("input", () => changed.add(form));
  form.addEventListener("submit", () => changed.delete(form));
}

/** Alt with an arrow presses the same buttons that move an entry without a script. */
function reorder(list) {
  list.addEventListener("keydown", (event) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    const entry = event.target.closest("[data-entry]");
    const wanted = event.key === "ArrowUp" ? "up" : "down";
    const button = entry?.querySelector(`button[data-move="${wanted}"]:not([disabled])`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
}

/** Suggests records by what was typed; what was taken from the list is known by its id. */
function suggest(field) {
  const list = field.list;
  const taken = document.getElementById(`${field.id}-taken`);
  const ids = new Map();
  let timer;
  let asked = "";

  const ask = async () => {
    const text = field.value.trim();
    if (text.length < 2 || text === asked || ids.has(text)) return;
    asked = text;
    try {
      const answer = await fetch(`${field.dataset.suggest}&q=${encodeURIComponent(text)}`, { credentials: "same-origin" });
      if (!answer.ok || text !== field.value.trim()) return;
      const found = await answer.json();
      list.replaceChildren(...found.map(({ id, label }) => {
        ids.set(label, id);
        const option = document.createElement("option");
        option.value = label;
        return option;
      }));
    } catch {
      // Without suggestions the name can still be written out.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    if (taken) taken.value = ids.get(field.value) ?? "";
    timer = setTimeout(ask, 150);
  });
}

/** Puts a field above a long list of choices that leaves only what matches; ticked ones stay. */
function filter(list) {
  const entries = [...list.querySelectorAll(".kern-form-check")];
  const label = document.createElement("label");
  const field = document.createElement("input");
  const count = document.createElement("p");
  field.type = "search";
  field.id = `${list.id || "list"}-filter`;
  field.className = "kern-form-input__input kreis-filter";
  field.autocomplete = "off";
  label.htmlFor = field.id;
  label.className = "kern-label";
  label.textContent = list.dataset.filter;
  count.className = "kern-sr-only";
  count.setAttribute("role", "status");
  list.before(label, field, count);

  const plain = (text) => text.toLocaleLowerCase("de").normalize("NFD").replace(/\p{M}/gu, "");
  field.addEventListener("input", () => {
    const wanted = plain(field.value.trim());
    for (const entry of entries) {
      entry.hidden = !plain(entry.textContent).includes(wanted) && !entry.querySelector("input").checked;
    }
    count.textContent = `${entries.filter((entry) => !entry.hidden).length} / ${entries.length}`;
  });
  field.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
}

/** Copies the text of the element named in data-copy and says so. */
async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  if (!source) return;
  await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
  const status = button.parentElement.querySelector("[data-copy-status]");
  if (status) status.textContent = button.dataset.copied ?? "";
}

/** Tables that stack on phones stay tables for older screen readers only if they say so. */
function keepTable(table) {
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, td, th")]) {
    const header = part.scope === "row" ? "rowheader" : "columnheader";
    part.setAttribute("role", roles[part.tagName] ?? header);
  }
}

/** Opens a long source at its first evidence; the page itself stays where it is. */
function showEvidence(source) {
  const mark = source.querySelector("mark");
  if (!mark) return;
  const [top, line] = [source, mark].map((element) => element.getBoundingClientRect().top);
  source.scrollTop += line - top - source.clientHeight / 4;
}

/** Takes away what this browser keeps in order to work without a network, then signs out. */
function leaveNothing(form) {
  if (!navigator.serviceWorker || !window.caches) return;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const late = new Promise((done) => { setTimeout(done, LEAVING_MS); });
    await Promise.race([forgetKept().catch(() => {}), late]);
    form.submit();
  });
}

async function forgetKept() {
  const workers = await navigator.serviceWorker.getRegistrations();
  const stores = await caches.keys();
  await Promise.all([...workers.map((worker) => worker.unregister()), ...stores.map((store) => caches.delete(store))]);
}

addEventListener("beforeunload", (event) => { if (changed.size > 0) event.preventDefault(); });

all("form[data-autosave]", autosave);
all("form[data-autosave], form[data-guard]", guardChanges);
all(".kreis-agenda, .kreis-table--stack", keepTable);
all("[data-reorder]", reorder);
all("[data-filter]", filter);
all(".kreis-source", showEvidence);
all("[data-suggest]", suggest);
all("form[data-sign-out]", leaveNothing);
all("[data-print]", (button) => button.addEventListener("click", () => print()));
all("[data-copy]", (button) => button.addEventListener("click", () => copy(button)));
all("[data-script]", (element) => element.classList.add("is-ready"));
document.querySelector("[data-focus]")?.focus();
