// Reading codes at the door: with the camera, or with a scanner that types. What was read waits in
// this browser until the server has said what became of it: codes and their hours, no names. So that
// the page comes up again without a network, the browser keeps one like it that names nobody.
// Every sentence comes from a data attribute or from the server.

const AT_ONCE = 400;
const LOOK_EVERY_MS = 250;
const SAME_CODE_MS = 4000;
const AGAIN_EVERY_MS = 20000;
/** The longer side of a still, in pixels: enough for a code that fills a third of it. */
const STILL = 800;

/** What was read and not yet answered; in memory where the browser keeps nothing. */
function queueAt(address) {
  const key = `kreis-scans ${address}`;
  let memory = [];
  const load = () => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? memory;
    } catch {
      return memory;
    }
  };
  const save = (entries) => {
    memory = entries;
    try {
      if (entries.length > 0) localStorage.setItem(key, JSON.stringify(entries));
      else localStorage.removeItem(key);
    } catch {
      // Then they live as long as the page does.
    }
  };
  return {
    load,
    add: (code) => save([...load(), { code, at: Date.now() }]),
    dropFirst: (count) => save(load().slice(count)),
  };
}

/** Everything that a page loads: what it names itself, and what its decoder imports. */
async function filesOf(page, decoder) {
  const named = [...page.matchAll(/"(\/assets\/[^"]+)"/gu)].map(([, address]) => address);
  const code = await (await fetch(decoder)).text();
  const imported = [...code.matchAll(/from "(\.\/[^"]+)"/gu)].map(([, address]) => new URL(address, new URL(decoder, location)).href);
  return [...new Set([...named, ...imported])];
}

/** Keeps the page that comes up without a network, anew each time, and the script that brings it
 *  up. A browser that cannot says so by an exception. */
async function keep({ kept, worker, decoder }) {
  const answer = await fetch(kept, { credentials: "same-origin", redirect: "error" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const files = await filesOf(await answer.clone().text(), decoder);
  const store = await caches.open(`kreis-door ${kept}`);
  await store.addAll(files);
  await store.put(kept, answer);
  const wanted = new Set([...files, kept].map((address) => new URL(address, location).href));
  const all = await store.keys();
  await Promise.all(all.filter(({ url }) => !wanted.has(url)).map((request) => store.delete(request)));
  await navigator.serviceWorker.register(worker, { scope: location.pathname });
  await navigator.serviceWorker.ready;
}

function reception(root) {
  const part = (name) => root.querySelector(`[data-scan-${name}]`);
  const words = root.dataset;
  const queue = queueAt(words.scan);
  const form = part("form");
  const here = document.querySelector("[data-scan-here]");
  let running = false;

  const say = (lines) => {
    part("said").replaceChildren(...lines.map(({ words: text, is_in: isIn }) => {
      const line = document.createElement("p");
      line.dataset.state = isIn ? "in" : "out";
      line.textContent = text;
      return line;
    }));
  };
  const showQueue = (note) => {
    const waiting = queue.load().length;
    part("queue").hidden = waiting === 0;
    part("waits").textContent = `${words.waiting} ${waiting}. ${note ?? ""}`;
  };

  /** Sends what waits; says how many are left and why. */
  const send = async () => {
    const batch = queue.load().slice(0, AT_ONCE);
    if (batch.length === 0) return undefined;
    // How long ago, not at what hour: this clock may be wrong.
    const age = (at) => Math.max(0, Math.round((Date.now() - at) / 1000));
    const scans = batch.map(({ code, at }) => `${code} ${age(at)}`).join("\n");
    let answer;
    try {
      answer = await fetch(words.scan, { method: "POST", body: new URLSearchParams({ scans }), credentials: "same-origin" });
    } catch {
      return words.offline;
    }
    if (answer.redirected) return words.signedOut;
    if (!answer.ok) return words.refused;
    const told = await answer.json();
    queue.dropFirst(batch.length);
    if (here) here.textContent = told.here;
    // Of many only those are told whom somebody has to look after.
    say(told.scans.length === 1 ? told.scans : told.scans.filter((it) => !it.is_in));
    return queue.load().length > 0 ? send() : undefined;
  };
  const flush = async () => {
    if (running) return;
    running = true;
    let note = words.offline;
    try {
      note = await send();
    } catch {
      // An answer that is none: the codes stay.
    }
    running = false;
    showQueue(note);
  };
  const take = (typed) => {
    const code = typed.replace(/\s/gu, "");
    if (!code) return;
    queue.add(code);
    showQueue();
    flush();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take(form.elements.code.value);
    form.elements.code.value = "";
    form.elements.code.focus();
  });
  part("again").addEventListener("click", flush);
  window.addEventListener("online", flush);
  setInterval(flush, AGAIN_EVERY_MS);
  camera(part, words, take);
  showQueue();
  flush();
  if (words.kept) keep(words).then(() => {
    words.offline = words.offlineKept;
    document.querySelector("[data-scan-kept]").hidden = false;
  }).catch(() => {
    // Then the page must stay open, as its words say.
  });
}

/** What reads a code from a picture: the browser by itself, or a decoder that comes when it is asked
 *  for and looks at one still after the other. */
async function readerOf(words) {
  const kinds = await window.BarcodeDetector?.getSupportedFormats().catch(() => []);
  if (kinds?.includes("qr_code")) {
    const detector = new window.BarcodeDetector({ formats: ["qr_code"] });
    return async (view) => (await detector.detect(view))[0]?.rawValue ?? "";
  }
  const { decodeQR } = await import(words.decoder);
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  return async (view) => {
    const scale = Math.min(1, STILL / Math.max(view.videoWidth, view.videoHeight, 1));
    canvas.width = Math.round(view.videoWidth * scale);
    canvas.height = Math.round(view.videoHeight * scale);
    if (canvas.width === 0 || canvas.height === 0) return "";
    pen.drawImage(view, 0, 0, canvas.width, canvas.height);
    return decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height));
  };
}

/** The camera, where there is one; elsewhere the field does. */
function camera(part, words, take) {
  const [start, stop, note] = [part("camera"), part("stop"), part("note")];
  const tell = (text) => { note.textContent = text; note.hidden = !text; };
  if (!navigator.mediaDevices) {
    tell(words.noCamera);
    return;
  }
  let stream;
  let last = { code: "", at: 0 };

  const look = async (read, view) => {
    while (stream) {
      // A picture without a code is no fault.
      const code = await read(view).catch(() => "");
      const isNew = code !== last.code || Date.now() - last.at > SAME_CODE_MS;
      if (code && isNew) take(code);
      if (code) last = { code, at: Date.now() };
      await new Promise((done) => { setTimeout(done, LOOK_EVERY_MS); });
    }
  };
  const end = () => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = undefined;
    part("view").replaceChildren();
    start.hidden = false;
    stop.hidden = true;
  };
  start.hidden = false;
  stop.addEventListener("click", end);
  start.addEventListener("click", async () => {
    try {
      const read = await readerOf(words);
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
      const view = document.createElement("video");
      view.className = "kreis-scan__view";
      view.muted = true;
      view.playsInline = true;
      view.srcObject = stream;
      part("view").replaceChildren(view);
      start.hidden = true;
      stop.hidden = false;
      tell("");
      await view.play();
      look(read, view);
    } catch {
      end();
      tell(words.noCamera);
    }
  });
}

document.querySelectorAll("[data-scan]").forEach(reception);
