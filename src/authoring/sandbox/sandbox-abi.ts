/** The ABI of WASM nodes, version 1: what a module exports, and what it may import. docs/node-packages.md explains it. */
import type { BudgetOutcome } from "../node/node-context.ts";

/** The host module of the ABI; a package that imports from it declares it in `host_modules`. */
export const NODE_HOST_MODULE = "rspp:node/host";

/** Value types of WebAssembly by their bytes. */
export const VALUE_TYPES = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c } as const;

/** A value type that the ABI uses. */
export type AbiType = keyof typeof VALUE_TYPES;

/** The type of a function of the ABI. */
export interface AbiSignature {
  readonly params: readonly AbiType[];
  readonly results: readonly AbiType[];
}

const signature = (params: readonly AbiType[], results: readonly AbiType[] = []): AbiSignature => ({
  params,
  results,
});

const I32 = ["i32"] as const;
const REGION = ["i32", "i32"] as const;
const TWO_REGIONS = [...REGION, ...REGION] as const;

/** Functions that a module exports; all but two may be left out. */
export const NODE_EXPORTS = {
  rspp_alloc: signature(I32, I32),
  rspp_init: signature(REGION, I32),
  rspp_start: signature([], I32),
  rspp_process: signature(TWO_REGIONS, I32),
  rspp_on_cancel: signature(REGION, I32),
  rspp_on_barge_in: signature([], I32),
  rspp_on_budget_exhausted: signature(I32, I32),
  rspp_stop: signature([], I32),
} as const;

/** Name of a function that a module exports. */
export type NodeExport = keyof typeof NODE_EXPORTS;

/** Exports that have to be there, besides the memory. */
export const REQUIRED_EXPORTS: readonly NodeExport[] = ["rspp_alloc", "rspp_process"];

/** Functions of {@link NODE_HOST_MODULE}. */
export const NODE_HOST_FUNCTIONS = {
  emit: signature(TWO_REGIONS, I32),
  telemetry: signature(REGION),
  refuse: signature(REGION),
  now_ms: signature([], ["f64"]),
  random: signature([], ["f64"]),
  state_get: signature(["i32", ...TWO_REGIONS], I32),
  state_set: signature(["i32", ...TWO_REGIONS], I32),
} as const;

/** Functions of WASI preview 2 that are offered, by module without its version (0.2.x) and by name. */
export const WASI_FUNCTIONS = {
  "wasi:clocks/monotonic-clock": { now: signature([], ["i64"]), resolution: signature([], ["i64"]) },
  "wasi:random/random": { "get-random-u64": signature([], ["i64"]) },
  "wasi:random/insecure": { "get-insecure-random-u64": signature([], ["i64"]) },
} as const;

/** Name of the memory, whether a module exports its own or imports one from {@link NODE_HOST_MODULE}. */
export const MEMORY_NAME = "memory";

/** Answers of `emit` and `state_set`. */
export const HOST_ANSWERS = { taken: 0, too_much: 1, not_here: 2 } as const;

/** Outcomes of an exhausted budget, by their numbers in the ABI. */
export const BUDGET_OUTCOME_NUMBERS: readonly BudgetOutcome[] = [
  "continue",
  "degrade",
  "fallback",
  "terminate",
];

/** What counts where the source of a sandbox node says nothing. */
export const SANDBOX_DEFAULTS = {
  /** Units for one call of a hook: about 2 to 20 ms of a core of today. */
  fuel_per_call: 20_000_000,
  /** MiB of linear memory. */
  memory_mb: 32,
} as const;

/** Limits that hold for every module. */
export const SANDBOX_LIMITS = {
  /** Nested calls of functions with fewer than 16 locals; larger ones count once more for each 16. */
  call_depth: 2_000,
  tables: 16,
  /** Entries of one table. */
  table_entries: 65_536,
  /** Telemetry records of one call; further ones are dropped. */
  records: 64,
  /** Length of what goes to `refuse` and `telemetry`, and of names, in bytes. */
  text_bytes: 4_096,
  /** Names of state that an instance keeps. */
  state_names: 256,
  /** One value of state, in bytes of JSON. */
  state_bytes: 65_536,
} as const;

/** Fuel of one call from the module into the host, besides a unit for each 16 bytes and for each byte of JSON. */
export const HOST_CALL_FUEL = 100;

/** Bytes that one unit of fuel copies or fills. */
export const BYTES_PER_FUEL = 16;

/** The type of a function in words, such as `(i32, i32) -> i32`. */
export const signatureText = ({
  params,
  results,
}: {
  params: readonly string[];
  results: readonly string[];
}) => `(${params.join(", ")}) -> ${results.length === 1 ? results[0] : `(${results.join(", ")})`}`;

/** Signature of a function that the host offers, or undefined for what it does not. */
export function offeredFunction(module: string, name: string): AbiSignature | undefined {
  const version = /@0\.2\.\d+$/;
  const offered: Readonly<Record<string, Readonly<Record<string, AbiSignature>>>> = {
    ...WASI_FUNCTIONS,
    [NODE_HOST_MODULE]: NODE_HOST_FUNCTIONS,
  };
  const key = module.startsWith("wasi:") && version.test(module) ? module.replace(version, "") : module;
  if (key.startsWith("wasi:") && key === module) return undefined;
  const functions = Object.hasOwn(offered, key) ? offered[key] : undefined;
  return functions !== undefined && Object.hasOwn(functions, name) ? functions[name] : undefined;
}
