// The second opinion on holidays: date-holidays. Prints JSON for holidays.py.
//
//   node checks/holidays.mjs 2015 2035 TH BY…

import { tool } from "./tools.mjs";

const found = tool("date-holidays");
const Holidays = found.default ?? found;
const [first, last, ...lands] = process.argv.slice(2);
const days = {};

for (const land of lands) {
  const calendar = new Holidays("DE", land);
  days[land] = [];
  for (let year = Number(first); year <= Number(last); year += 1) {
    for (const holiday of calendar.getHolidays(year)) {
      if (holiday.type === "public") days[land].push(holiday.date.slice(0, 10));
    }
  }
}

console.log(JSON.stringify(days));
