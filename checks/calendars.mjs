// The third opinion on calendar files: ical.js, strict. Prints JSON for calendars.py.
//
//   node checks/calendars.mjs FILE.ics…

import { readFileSync } from "node:fs";

import { tool } from "./tools.mjs";

const ICAL = tool("ical.js").default ?? tool("ical.js");
const ENOUGH = 60;

ICAL.design.strict = true;

const instant = (time) => time.toUnixTime();

/** One event as the facts that all parsers must agree on. */
function facts(component, exceptions) {
  const event = new ICAL.Event(component, { strictExceptions: true, exceptions });
  const starts = [];
  if (event.isRecurring()) {
    const walk = event.iterator();
    for (let next = walk.next(); next && starts.length < ENOUGH; next = walk.next()) {
      starts.push(instant(event.getOccurrenceDetails(next).startDate));
    }
  }
  return {
    uid: event.uid,
    sequence: event.sequence ?? 0,
    start: instant(event.startDate),
    end: instant(event.endDate),
    again: component.hasProperty("recurrence-id") ? instant(event.recurrenceId) : null,
    starts: starts.sort((a, b) => a - b),
  };
}

function read(file) {
  try {
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
    for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
    const events = calendar.getAllSubcomponents("vevent");
    const single = (event) => event.hasProperty("recurrence-id");
    const answer = events.map((event) => {
      const uid = event.getFirstPropertyValue("uid");
      const own = single(event)
        ? []
        : events.filter((other) => single(other) && other.getFirstPropertyValue("uid") === uid);
      return facts(event, own);
    });
    return { events: answer };
  } catch (error) {
    return { refused: error.message };
  } finally {
    ICAL.TimezoneService.reset();
  }
}

const files = process.argv.slice(2);
console.log(JSON.stringify(Object.fromEntries(files.map((file) => [file, read(file)]))));
