// A program of its own for each flow: fresh data, a port of its own, gone at the end.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PATIENCE = 60_000;
const PAUSE = 200;

const nap = (time) => new Promise((resolve) => setTimeout(resolve, time));

async function freePort() {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Runs the program until it answers; says its address, what it printed, and how to end it. */
async function start(program, argumentsOf, environment = () => ({})) {
  const folder = mkdtempSync(join(tmpdir(), "kreis-flows-"));
  const base = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(program, argumentsOf(folder, base), {
    env: { ...process.env, ...environment(folder, base) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => (said.out += text));
  child.stderr.on("data", (text) => (said.err += text));
  const gone = once(child, "exit");
  const end = async () => {
    if (child.exitCode === null) child.kill("SIGTERM");
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  for (const begin = Date.now(); Date.now() - begin < PATIENCE; await nap(PAUSE)) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${base}/readyz`).catch(() => null);
    if (answer?.ok) return { base, said, end };
  }
  await end();
  throw new Error(`the program did not come up: ${said.err.trim().split("\n").at(-1)}`);
}

/** The demo, as it begins. */
export function startDemo(program) {
  return start(program, (folder, base) => ["demo", "--data", join(folder, "data"), "--listen", new URL(base).host]);
}

/** The same by the name of this machine: passkeys belong to names. */
export async function startDemoByName(program) {
  const demo = await startDemo(program);
  return { ...demo, base: demo.base.replace("127.0.0.1", "localhost") };
}

/** A way to a program that can be cut and mended; it answers to an address of its own. */
async function networkTo(host) {
  const open = new Set();
  const server = createServer((near) => {
    const far = connect(new URL(host).port, "127.0.0.1");
    for (const [end, other] of [[near, far], [far, near]]) {
      open.add(end);
      end.pipe(other);
      end.on("error", () => other.destroy());
      end.on("close", () => open.delete(end));
    }
  });
  const { port } = new URL(`http://127.0.0.1:${await freePort()}`);
  const mend = async () => {
    server.listen(Number(port), "127.0.0.1");
    await once(server, "listening");
  };
  const cut = async () => {
    const gone = once(server, "close");
    server.close();
    for (const end of open) end.destroy();
    await gone;
  };
  await mend();
  return { base: `http://127.0.0.1:${port}`, cut, mend };
}

/** The demo behind a network that the flow can cut. */
export async function startDemoBehindANetwork(program) {
  const demo = await startDemo(program);
  const network = await networkTo(demo.base);
  const end = async () => {
    await network.cut();
    await demo.end();
  };
  return { ...demo, base: network.base, network, end };
}

/** An installation with nothing in it, as whoever runs it finds it after the first start. */
export function startEmpty(program) {
  return startWith(program, "");
}

/** The same with settings of its own. */
export function startWith(program, text) {
  const settings = (folder) => {
    const file = join(folder, "kreis.toml");
    writeFileSync(file, text);
    return file;
  };
  const environment = (folder, base) => ({
    KREIS_LISTEN: new URL(base).host,
    KREIS_BASE_URL: base,
    KREIS_DATABASE_PATH: join(folder, "kreis.db"),
    KREIS_MAIL_HOST: "127.0.0.1",
    KREIS_MAIL_PORT: "9",
    KREIS_MAIL_TLS: "none",
    KREIS_MAIL_FROM: "kreis@haus.example",
    LANG: "de_DE.UTF-8",
  });
  return start(program, (folder) => ["serve", "--config", settings(folder)], environment);
}
