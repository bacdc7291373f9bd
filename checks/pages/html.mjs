// The HTML checker of the living standard, once over all documents.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

import { tool } from "../tools.mjs";

/** Errors and warnings in the documents, by the name of their page. */
export function htmlFaults(documents) {
  if (documents.size === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), "kreis-html-"));
  try {
    const names = [...documents.keys()];
    const files = names.map((name, number) => join(folder, `${number}.html`));
    files.forEach((file, number) => writeFileSync(file, documents.get(names[number])));
    const jar = join(dirname(tool.resolve("vnu-jar/package.json")), "build", "dist", "vnu.jar");
    const run = spawnSync(
      "java",
      ["-Xss1m", "-jar", jar, "--stdout", "--format", "json", "--exit-zero-always", ...files],
      { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
    );
    if (run.status !== 0) throw new Error(`the HTML checker did not run: ${run.error ?? run.stderr}`);
    return JSON.parse(run.stdout)
      .messages.filter((message) => message.type !== "info" || message.subType === "warning")
      .filter((message) => !message.message.startsWith("The first occurrence of ID"))
      .map((message) => ({
        page: names[Number.parseInt(basename(message.url ?? "0"), 10)],
        kind: "html",
        what: `line ${message.lastLine}: ${message.message} ${(message.extract ?? "").trim()}`,
      }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
