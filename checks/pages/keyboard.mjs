// Walks through a page with the Tab key: everything that can be used is reached,
// the focus can be seen, and nothing lies over it (WCAG 2.1.1, 2.4.7, 2.4.11).

// A page with more stops than this is walked in part.
const ENOUGH = 150;
// A field for a date or an hour takes several presses, one for each of its parts; so
// does a frame for what lies in it.
const PARTS = 5;
const FRAME_STOPS = 30;

/** Runs in the page: prepares the walk and answers what must be reached. */
function prepare() {
  const usable = "a[href], button, input, select, textarea, summary, [tabindex]";
  const modal = document.querySelector("dialog:modal");
  const groups = new Set();
  const expected = [...document.querySelectorAll(usable)].filter((element) => {
    if (element.disabled || element.type === "hidden" || element.tabIndex < 0) return false;
    if (element.closest("[inert], fieldset:disabled") || (modal && !modal.contains(element))) return false;
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    if (element.type !== "radio") return true;
    // The arrow keys move within a group; Tab stops at it once.
    const group = `${element.form?.id ?? ""} ${element.name}`;
    if (groups.has(group)) return false;
    groups.add(group);
    return true;
  });
  const looks = (element) => {
    const around = [element, element.parentElement, ...(element.labels ?? []), element.nextElementSibling];
    const facts = [];
    for (const one of around.filter(Boolean)) {
      for (const pseudo of [null, "::before", "::after"]) {
        const style = getComputedStyle(one, pseudo);
        facts.push(style.outline, style.boxShadow, style.border, style.backgroundColor, style.textDecoration);
        facts.push(style.clipPath, style.transform, style.opacity);
      }
    }
    return facts.join("|");
  };
  const name = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 80);
  globalThis.kreisWalk = { expected, looks, name, seen: new Set(), last: null, unseen: [], covered: [] };
  // Where a page sets the focus itself, the walk would begin in the middle.
  const start = document.createElement("span");
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  const divided = expected.filter((element) => ["date", "time"].includes(element.type)).length;
  return { stops: expected.length, divided, frames: document.querySelectorAll("iframe").length };
}

/** Runs in the page after each Tab; answers whether the walk goes on. */
function note() {
  const walk = globalThis.kreisWalk;
  const here = document.activeElement;
  const isDivided = ["date", "time"].includes(here?.type) || here?.localName === "iframe";
  if (isDivided && here === walk.last?.element) return true;
  const framed = walk.last?.element.localName === "iframe";
  if (walk.last && !framed && walk.looks(walk.last.element) === walk.last.looks) {
    walk.unseen.push(walk.name(walk.last.element));
  }
  walk.last = null;
  if (!here || here === document.body || walk.seen.has(here)) return false;
  walk.seen.add(here);
  walk.last = { element: here, looks: walk.looks(here) };
  // What has the focus lies inside the frame, which is still moving into sight.
  if (here.localName === "iframe") return true;
  const box = here.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y]));
  const shown = points.some(([x, y]) => {
    const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return top && (here.contains(top) || top.contains(here) || [...(here.labels ?? [])].some((l) => l.contains(top)));
  });
  if (!shown) walk.covered.push(walk.name(here));
  return true;
}

/** Runs in the page at the end. A radio group counts as reached by any of its buttons. */
function result() {
  const { expected, seen, unseen, covered, name } = globalThis.kreisWalk;
  const reachedGroup = (element) =>
    element.type === "radio" && [...seen].some((one) => one.type === "radio" && one.name === element.name);
  const missed = expected.filter((element) => !seen.has(element) && !reachedGroup(element)).map(name);
  return { missed, unseen, covered };
}

/** What the browser gets where somebody presses Tab: half the way of pressing and releasing it. */
const TAB = { type: "rawKeyDown", key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };

export async function keyboardFaults(page) {
  const keys = await page.context().newCDPSession(page);
  const { stops, divided, frames } = await page.evaluate(prepare);
  const limit = Math.min(stops + 1 + divided * PARTS + frames * FRAME_STOPS, ENOUGH);
  for (let step = 0; step < limit; step += 1) {
    // Out of a frame leads only a key that is released as well.
    if (frames > 0) await page.keyboard.press("Tab");
    else await keys.send("Input.dispatchKeyEvent", TAB);
    if (await page.evaluate(note)) continue;
    // A frame gives the focus back a moment later.
    if (frames > 0) await page.waitForTimeout(150);
    if (frames === 0 || !(await page.evaluate(note))) break;
  }
  const { missed, unseen, covered } = await page.evaluate(result);
  const tell = (places, what) =>
    places.slice(0, 3).map((place) => ({ kind: "keyboard", what: `${what}: ${place}` }));
  return [
    ...(stops < ENOUGH ? tell(missed, "Tab does not reach") : []),
    ...tell(unseen, "the focus cannot be seen on"),
    ...tell(covered, "something lies over the focused"),
  ];
}
