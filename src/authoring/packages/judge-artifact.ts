/**
 * The rules that an artifact has to meet whoever asks: it is small enough, it is a WebAssembly module, and
 * it imports only from WASI preview 2 and from declared host modules.
 */
import { quote } from "../../internal/quote.ts";
import { sortedUnique } from "./node-package-manifest.ts";
import type { FindingCollector, PackageFault } from "./package-finding.ts";
import type { WasmImport } from "./read-wasm-imports.ts";
import { readWasmModule } from "./read-wasm-module.ts";
import type { ConstraintProfile } from "./runtime-profile.ts";
import { LARGEST_ARTIFACT_BYTES, RUNTIME_PROFILE_NAMES } from "./runtime-profile.ts";

/** Interfaces of before preview 2, refused even where a host declares them. */
export const LEGACY_WASI_MODULES: readonly string[] = ["wasi_snapshot_preview1", "wasi_unstable"];

/** `wasi:package`, `wasi:package/interface`, each with or without `@` and a version. */
const WASI_NAME =
  /^wasi:[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?(?:@\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)?$/;

/** Longest name of a WASI module, in characters. */
const MAX_WASI_NAME = 256;

/** What an artifact is judged by. */
export interface ArtifactLimits {
  /** Undefined where it is not known: then the largest size of any profile is the limit. */
  readonly profile: ConstraintProfile | undefined;
  /** Undefined where nobody can tell what was declared: then no module counts as foreign. */
  readonly hostModules: readonly string[] | undefined;
}

/** What was seen of an artifact. */
export interface ObservedArtifact {
  /** Modules that it imports from, sorted by UTF-16 code units; undefined where it could not be read. */
  readonly importModules: readonly string[] | undefined;
  /** It was small enough to be looked at. */
  readonly isRead: boolean;
}

/** Refuses a runtime profile that there is not. */
export function reportUnknownProfile(received: string, findings: FindingCollector): void {
  findings.add({
    reason_code: "runtime_profile_unknown",
    subject: "the runtime profile",
    path: "/runtime_profile",
    expected: `one of ${RUNTIME_PROFILE_NAMES.join(", ")}`,
    received,
  });
}

/** Judges the bytes; what is wrong with them goes to the collector. Longer artifacts are not looked into. */
export function judgeArtifact(
  artifact: Uint8Array,
  findings: FindingCollector,
  { profile, hostModules }: ArtifactLimits,
): ObservedArtifact {
  const most = profile?.max_artifact_size_bytes ?? LARGEST_ARTIFACT_BYTES;
  if (artifact.length > most) {
    findings.add({
      reason_code: "artifact_too_large",
      subject: "the artifact",
      offset: most,
      expected: `at most ${most} bytes${profile ? ` for ${profile.constraint_profile_id}` : ""}`,
      received: `${artifact.length}`,
    });
    return { importModules: undefined, isRead: false };
  }
  const reading = readWasmModule(artifact);
  if (!reading.ok) {
    findings.add(reading.fault);
    return { importModules: undefined, isRead: true };
  }
  const seen = new Set<string>();
  for (const item of reading.imports) {
    if (seen.has(item.module)) continue;
    seen.add(item.module);
    const fault = faultOfImport(item, hostModules);
    if (fault !== undefined) findings.add(fault);
  }
  return { importModules: sortedUnique(seen), isRead: true };
}

/** What is wrong with the first import from a module, if anything is. */
function faultOfImport(
  { module, name, offset }: WasmImport,
  hostModules: readonly string[] | undefined,
): PackageFault | undefined {
  const place = {
    subject: `the import of ${quote(name)} from ${quote(module)}`,
    offset,
    received: quote(module),
  };
  const expected = "a WASI preview 2 module (wasi:*) or a declared host module";
  if (LEGACY_WASI_MODULES.includes(module)) return { ...place, reason_code: "import_legacy_wasi", expected };
  if (module.startsWith("wasi:")) {
    if (module.length <= MAX_WASI_NAME && WASI_NAME.test(module)) return undefined;
    const grammar = `a name as wasi:package/interface@version of at most ${MAX_WASI_NAME} characters`;
    return { ...place, reason_code: "import_wasi_name_invalid", expected: grammar };
  }
  if (hostModules === undefined || hostModules.includes(module)) return undefined;
  return { ...place, reason_code: "import_foreign", expected };
}
