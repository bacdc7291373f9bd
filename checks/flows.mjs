// Walks the way people go with Kreis: from the invitation to the report, once with
// scripts and once without, by keyboard alone, and what comes in between: two writers, a
// change of date, signing in, an installation with nothing in it. Each has a program of its own.
//
//   node checks/flows.mjs --kreis PROGRAM [--shots DIR] [--only WORD] [--chromium PATH]
//   node checks/flows.mjs --kreis PROGRAM --pictures DIR   (takes those of the handbook)
//   node checks/flows.mjs --kreis PROGRAM --corpus DIR     (moves in the labelled pages of a folder)
//   node checks/flows.mjs --self-test

import { mkdirSync } from "node:fs";

import { approves } from "./flows/approval.mjs";
import { closes } from "./flows/after.mjs";
import { begins } from "./flows/begin.mjs";
import { changes } from "./flows/changes.mjs";
import { confers } from "./flows/conferences.mjs";
import { startDemo, startDemoBehindANetwork, startDemoByName, startEmpty } from "./flows/demo.mjs";
import { readsWithoutANetwork } from "./flows/door.mjs";
import { ownsAFactor } from "./flows/factor.mjs";
import { illustrates } from "./flows/handbook.mjs";
import { invites } from "./flows/invite.mjs";
import { byKeyboard } from "./flows/keyboard.mjs";
import { meets } from "./flows/meeting.mjs";
import { movesIn } from "./flows/moving_in.mjs";
import { ownsAPasskey } from "./flows/passkey.mjs";
import { polls } from "./flows/poll.mjs";
import { selfTest } from "./flows/self-test.mjs";
import { signsIn } from "./flows/sign-in.mjs";
import { Stage } from "./flows/stage.mjs";
import { trials } from "./flows/trials.mjs";
import { writeAtOnce } from "./flows/writers.mjs";
import { plansTheYear } from "./flows/year.mjs";
import { options } from "./tools.mjs";

// A browser and a program each; more at once only wait for each other.
const WORKERS = 2;

async function chain(stage) {
  const cast = await invites(stage);
  await meets(stage, cast);
  await approves(stage, cast);
  await closes(stage, cast);
}

const FLOWS = [
  { name: "chain with scripts", withScript: true, illustrates: true, walk: chain },
  { name: "chain without scripts", withScript: false, walk: chain },
  { name: "by keyboard alone", withScript: true, walk: byKeyboard },
  { name: "two writers with scripts", withScript: true, walk: writeAtOnce },
  { name: "two writers without scripts", withScript: false, walk: writeAtOnce },
  { name: "a year from nothing", withScript: true, illustrates: true, walk: plansTheYear },
  { name: "moved and cancelled", withScript: true, walk: changes },
  { name: "date poll with scripts", withScript: true, illustrates: true, walk: polls },
  { name: "date poll without scripts", withScript: false, walk: polls },
  { name: "three conferences", withScript: true, walk: confers },
  { name: "door without a network", withScript: true, walk: readsWithoutANetwork, start: startDemoBehindANetwork },
  { name: "signing in", withScript: true, walk: signsIn },
  { name: "second factor with scripts", withScript: true, walk: ownsAFactor },
  { name: "second factor without scripts", withScript: false, walk: ownsAFactor },
  { name: "passkey", withScript: true, walk: ownsAPasskey, start: startDemoByName },
  { name: "moving in with scripts", withScript: true, illustrates: true, walk: movesIn },
  { name: "moving in without scripts", withScript: false, walk: movesIn },
  { name: "pages of the handbook", withScript: true, illustrates: true, onlyForPictures: true, walk: illustrates },
  { name: "a new installation", withScript: true, walk: begins, start: startEmpty },
];

/** Walks one flow through a running demo; answers its stage with what was wrong. */
async function walked(flow, base, given) {
  const stage = await Stage.open({ ...flow, base, shots: given.shots, pictures: given.pictures, chromium: given.chromium });
  try {
    await flow.walk(stage);
  } catch (error) {
    await stage.blames(error);
  } finally {
    await stage.close();
  }
  return stage;
}

async function run(flow, given) {
  const start = Date.now();
  const program = await (flow.start ?? startDemo)(given.kreis);
  const { faults, notes, steps, pages } = await walked({ ...flow, said: program.said, network: program.network }, program.base, given).finally(program.end);
  const took = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${faults.length ? "FAIL" : "ok  "} ${flow.name}: ${steps} steps, ${pages} looks, ${took} s`);
  for (const note of notes) console.log(`       ${note}`);
  for (const fault of faults) console.log(`       ${fault.page} ${fault.kind}: ${fault.what}`);
  return faults.length;
}

async function main() {
  const given = options(process.argv.slice(2), ["self-test"]);
  if (given["self-test"]) return selfTest(walked);
  if (!given.kreis) {
    console.error("--kreis is missing: the program whose demo is walked through");
    return 2;
  }
  for (const folder of [given.shots, given.pictures]) if (folder) mkdirSync(folder, { recursive: true });
  const only = given.only ?? "";
  const all = given.corpus ? trials(given.corpus) : FLOWS;
  const flows = all.filter((flow) => (given.pictures ? flow.illustrates && flow.name.includes(only) : !flow.onlyForPictures && flow.name.includes(only)));
  const rest = [...flows];
  let sum = 0;
  const work = async () => {
    for (let flow = rest.shift(); flow; flow = rest.shift()) {
      const faults = await run(flow, given);
      // Not before: while one waits, the other adds.
      sum += faults;
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  console.log(`${flows.length} flows looked at, ${sum} faults`);
  return sum || flows.length === 0 ? 1 : 0;
}

process.exitCode = await main();
