/** Prepares a module for the sandbox: inspects it, meters it, compiles it. */
import { describeValue } from "../../internal/describe-value.ts";
import { quote } from "../../internal/quote.ts";
import { WasmReadError } from "../packages/byte-cursor.ts";
import { inspectNodePackage } from "../packages/inspect-node-package.ts";
import {
  createFindingCollector,
  type FindingCollector,
  type PackageFindings,
} from "../packages/package-finding.ts";
import { packageNode, requireBytesOf } from "../packages/package-node.ts";
import { judgeSandboxModule } from "./judge-sandbox-module.ts";
import { meterModule, PAGE_BYTES } from "./meter-module.ts";
import { MEMORY_NAME, NODE_HOST_MODULE } from "./sandbox-abi.ts";
import { readWasmLayout, type WasmLayout } from "./wasm-layout.ts";

/** A module that can be run, and its bounds. */
export interface SandboxProgram {
  readonly module: WebAssembly.Module;
  readonly fuel_per_call: number;
  readonly memory_mb: number;
  /** The memory to give to the module, in pages, where it does not bring its own. */
  readonly imported_memory?: { readonly initial: number; readonly maximum: number };
}

/** What is to be prepared. */
export interface ProgramSource {
  readonly module: Uint8Array;
  /** Text of the manifest of the package that the module comes from. */
  readonly manifest?: string | Uint8Array;
  readonly fuel_per_call: number;
  /** MiB. */
  readonly memory_mb: number;
}

/** A program, or everything that speaks against it. */
export type PreparedProgram =
  | { readonly ok: true; readonly program: SandboxProgram }
  | ({ readonly ok: false } & PackageFindings);

const PAGES_PER_MIB = 2 ** 20 / PAGE_BYTES;

/** Prepares a module. What is wrong with it comes back as findings; throws only for arguments of a wrong type. */
export function prepareSandboxProgram(source: ProgramSource): PreparedProgram {
  requireBytesOf(source.module, "run");
  // A copy, so that what runs is what was judged, whatever becomes of the bytes in the meantime.
  const bytes = new Uint8Array(source.module);
  const refusal = refusalOfPackage(bytes, source.manifest);
  if (refusal !== undefined) return { ok: false, ...refusal };
  const findings = createFindingCollector();
  const memory_pages = Math.floor(source.memory_mb * PAGES_PER_MIB);
  const metered = meteredBytes(bytes, findings, { memory_pages });
  if (metered === undefined) return { ok: false, ...findings.result() };
  const { layout } = metered;
  const module = compiled(metered.bytes, findings);
  if (module === undefined) return { ok: false, ...findings.result() };
  const { memory } = layout;
  const { minimum = 0, maximum = memory_pages } = memory ?? {};
  return {
    ok: true,
    program: {
      module,
      fuel_per_call: source.fuel_per_call,
      memory_mb: source.memory_mb,
      ...(memory?.is_imported && {
        imported_memory: { initial: minimum, maximum: Math.min(maximum, memory_pages) },
      }),
    },
  };
}

/** Runs what any runtime would ask of the package: the same rules with a manifest and without one. */
function refusalOfPackage(
  bytes: Uint8Array,
  manifest: string | Uint8Array | undefined,
): PackageFindings | undefined {
  if (manifest !== undefined) {
    const report = inspectNodePackage(manifest, bytes);
    return report.compliant ? undefined : report;
  }
  const packaged = packageNode(bytes, { runtime_profile: "wasm_wasi", host_modules: [NODE_HOST_MODULE] });
  return packaged.ok ? undefined : packaged;
}

function meteredBytes(
  bytes: Uint8Array,
  findings: FindingCollector,
  { memory_pages }: { readonly memory_pages: number },
): { readonly bytes: Uint8Array; readonly layout: WasmLayout } | undefined {
  // The engine proves the types of the code; everything after it relies on that.
  if (compiled(bytes, findings) === undefined) return undefined;
  try {
    const layout = readWasmLayout(bytes);
    judgeSandboxModule(layout, findings, { memory_pages });
    const metered = meterModule(layout, { memory_pages });
    return findings.result().reason_codes.length > 0 ? undefined : { bytes: metered, layout };
  } catch (error) {
    if (!(error instanceof WasmReadError)) throw error;
    findings.add(error.fault);
    return undefined;
  }
}

function compiled(bytes: Uint8Array, findings: FindingCollector): WebAssembly.Module | undefined {
  try {
    return new WebAssembly.Module(bytes as Uint8Array<ArrayBuffer>);
  } catch (error) {
    findings.add({
      reason_code: "wasm_invalid",
      subject: "the module",
      expected: "a module that the engine can compile",
      received: error instanceof Error ? quote(error.message, 200) : describeValue(error),
    });
    return undefined;
  }
}

/** The imported memory of a new instance, by its name in the ABI. */
export function importedMemory({ imported_memory }: SandboxProgram): { [MEMORY_NAME]?: WebAssembly.Memory } {
  return imported_memory === undefined ? {} : { [MEMORY_NAME]: new WebAssembly.Memory(imported_memory) };
}
