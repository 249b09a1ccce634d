/** The modules whose cost is measured, ours and those of peers. */
import { fileURLToPath } from "node:url";

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

const EVENT_EXPORTS = ["EventRecord", "ControlSignal", "Event"].flatMap((name) => [
  `is${name}`,
  `assert${name}`,
]);

const TARGETS: Readonly<Record<string, Pick<MeasuredModule, "maxMs" | "maxBytes">>> = {
  v1: { maxMs: 5, maxBytes: 8_000 },
  "v1/validate": { maxMs: 10 },
};

/** Every entry of the package, and the guards of events on their own. */
export function ownModules(): MeasuredModule[] {
  const entries = JSON.parse(process.env["RSPP_BENCH_ENTRIES"] ?? "{}") as Record<string, string>;
  const modules = Object.entries(entries).map(([name, file]) => ({
    name: `/${name}`,
    file,
    ...TARGETS[name],
  }));
  const validate = entries["v1/validate"];
  if (validate === undefined) return modules;
  return [
    ...modules,
    { name: "/v1/validate, event kinds only", file: validate, only: EVENT_EXPORTS, maxBytes: 15_000 },
  ];
}

const installed = (specifier: string): string => fileURLToPath(import.meta.resolve(specifier));

/** What peers cost that do a part of the same. */
export const peerModules = (): MeasuredModule[] =>
  [
    "@ag-ui/core",
    "@ag-ui/core/schemas",
    "zod",
    "zod/mini",
    "@sinclair/typebox",
    "typebox",
    "valibot",
    "arktype",
  ].map((specifier) => ({ name: specifier, file: installed(specifier) }));
