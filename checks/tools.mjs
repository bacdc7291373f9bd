// Where the tools of others lie: outside the clone, put there by ./test.

import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

const cache =
  process.env.KREIS_CACHE ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "kreis");

/** The folder that ./test fills with npm and PyPI packages. */
export const toolsFolder = process.env.KREIS_TOOLS ?? join(cache, "tools");

/** `require` as seen from that folder: modules here cannot import by bare name. */
export const tool = createRequire(join(toolsFolder, "npm", "package.json"));

/** `--name value` and `--flag` from the command line; the rest are plain arguments. */
export function options(argv, flags) {
  const given = { rest: [] };
  for (let i = 0; i < argv.length; i += 1) {
    const name = argv[i].startsWith("--") ? argv[i].slice(2) : null;
    if (name === null) given.rest.push(argv[i]);
    else if (flags.includes(name)) given[name] = true;
    else given[name] = argv[(i += 1)];
  }
  return given;
}
