/** What importing costs: time in a fresh process, and bytes in a browser bundle. */
import { isQuick, report } from "../harness/bench-output.ts";
import { figure, markdownTable, metOrMissed } from "../harness/markdown-table.ts";
import { bundleSize } from "./bundle-size.ts";
import type { MeasuredModule } from "./entries.ts";
import { ownModules, peerModules } from "./entries.ts";
import { importTimes } from "./import-time.ts";

const ROUNDS = isQuick ? 3 : 21;

const modules = [...ownModules(), ...peerModules()];
const imported = modules.filter(({ only }) => only === undefined);
const times = importTimes(imported, ROUNDS);
const rows: string[][] = [];
for (const module of modules) {
  const milliseconds = times[imported.indexOf(module)];
  const own = await bundleSize(module, { external: ["zod", "fast-check"] });
  const all = await bundleSize(module, { external: [] });
  rows.push([
    module.name,
    milliseconds === undefined ? "" : figure(milliseconds),
    kilobytes(own.minified),
    kilobytes(own.gzipped),
    kilobytes(all.gzipped),
    targetOf(module, milliseconds, all.gzipped),
  ]);
}

report(
  `### import-cost\n\nImport time over an empty module, median of ${ROUNDS} fresh processes; sizes of the minified ESM bundle in kB (1000 bytes), gzip level 9.`,
);
report(
  markdownTable(
    ["module", "ms", "minified kB", "gzipped kB", "gzipped with zod, fast-check kB", "target"],
    rows,
  ),
);

function kilobytes(bytes: number): string {
  return figure(bytes / 1000);
}

function targetOf({ maxMs, maxBytes }: MeasuredModule, milliseconds = 0, bytes: number): string {
  return [
    ...(maxMs === undefined ? [] : [`at most ${maxMs} ms: ${metOrMissed(milliseconds <= maxMs)}`]),
    ...(maxBytes === undefined ? [] : [`at most ${maxBytes / 1000} kB: ${metOrMissed(bytes <= maxBytes)}`]),
  ].join("; ");
}
