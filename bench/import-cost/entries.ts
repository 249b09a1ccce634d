/** The modules whose cost is measured, ours and those of peers. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A module, or some of its exports. */
export interface MeasuredModule {
  readonly name: string;
  readonly file: string;
  /** Exports that the bundle keeps; all of them unless told. */
  readonly only?: readonly string[];
  /** Most milliseconds over an empty module, and most gzipped bytes. */
  readonly maxMs?: number;
  readonly maxBytes?: number;
}

const EVENT_EXPORTS = ["EventRecord", "ControlSignal", "Event"].flatMap((name) => [`is${name}`, `assert${name}`]);

const TARGETS: Readonly<Record<string, Pick<MeasuredModule, "maxMs" | "maxBytes">>> = {
  v1: { maxMs: 5, maxBytes: 8_000 },
  "v1/validate": { maxMs: 10 },
};

/** Every entry of the package, and the guards of events on their own. */
export function ownModules(): MeasuredModule[] {
  const entries = JSON.parse(process.env["RSPP_BENCH_ENTRIES"] ?? "{}") as Record<string, string>;
  const modules = Object.entries(entries).map(([name, file]) => ({ name: `/${name}`, file, ...TARGETS[name] }));
  const validate = entries["v1/validate"];
  if (validate === undefined) return modules;
  return [
    ...modules,
    { name: "/v1/validate, event kinds only", file: validate, only: EVENT_EXPORTS, maxBytes: 15_000 },
  ];
}

const require = createRequire(join(process.cwd(), "bench/package.json"));

/** Entry of an installed package that a path below its folder names. */
function peer(name: string, specifier: string, path: string): MeasuredModule {
  const root = packageFolder(specifier);
  return { name, file: join(root, path) };
}

function packageFolder(specifier: string): string {
  const found = require.resolve(`${specifier}/package.json`);
  return dirname(found);
}

/** What peers cost that do a part of the same. */
export const peerModules = (): MeasuredModule[] => [
  peer("@ag-ui/core (types, events)", "@ag-ui/core", "dist/index.mjs"),
  peer("@ag-ui/core/schemas", "@ag-ui/core", "dist/schemas.mjs"),
  peer("zod", "zod", "index.js"),
  peer("@sinclair/typebox", "@sinclair/typebox", "build/esm/index.mjs"),
  peer("valibot", "valibot", "dist/index.mjs"),
];
