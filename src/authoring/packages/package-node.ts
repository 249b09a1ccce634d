/** Packages a WebAssembly node: judges the module and writes the manifest that vouches for it. */
import { describeValue } from "../../internal/describe-value.ts";
import { sha256Hex } from "../../internal/sha256.ts";
import { judgeArtifact, reportUnknownProfile } from "./judge-artifact.ts";
import {
  formatNodePackageManifest,
  isConstraintName,
  isHostModuleName,
  MAX_LIST_ITEMS,
  NODE_PACKAGE_SCHEMA_VERSION,
  type NodePackageManifest,
  sortedUnique,
} from "./node-package-manifest.ts";
import { createFindingCollector, type FindingCollector, type PackageFindings } from "./package-finding.ts";
import type { PackageReasonCode } from "./package-reason.ts";
import { constraintProfileOf, type RuntimeProfile } from "./runtime-profile.ts";

/** How a node is packaged. */
export interface PackageNodeOptions {
  /** Where the node is to run. A name that is no profile is a finding, as such names come from files. */
  readonly runtime_profile: RuntimeProfile | (string & {});
  /** Modules besides `wasi:*` that the runtime offers, in any order; none unless given. */
  readonly host_modules?: readonly string[];
  /** What the node lives with besides the feature gates of its profile, in any order; nothing unless given. */
  readonly capability_constraints?: readonly string[];
}

/** A manifest and its text, or why the node cannot be packaged. */
export type PackageNodeResult =
  | {
      readonly ok: true;
      readonly manifest: NodePackageManifest;
      /** Canonical JSON, to be kept beside the artifact as it is. */
      readonly manifest_text: string;
    }
  | ({ readonly ok: false } & PackageFindings);

/**
 * Packages the bytes of a WebAssembly module: the same bytes and options give the same manifest text, to the
 * byte. What is wrong with the module or the options is a finding with a reason code and, for the module, an
 * offset in bytes; the types and the code of the module are left to the engine that runs it. Throws TypeError for an
 * artifact that is no Uint8Array and for a list that is no array. Source: authoring section 4.
 *
 * ```ts
 * const packaged = packageNode(bytes, { runtime_profile: "wasm_wasi", host_modules: ["env"] });
 * if (!packaged.ok) throw new Error(packaged.findings[0]?.message);
 * await writeFile("vad.manifest.json", packaged.manifest_text);
 * ```
 *
 * @since 0.1.0
 */
export function packageNode(artifact: Uint8Array, options: PackageNodeOptions): PackageNodeResult {
  requireBytesOf(artifact, "package");
  const { runtime_profile, host_modules = [], capability_constraints = [] } = options;
  const findings = createFindingCollector();
  refuseNames(host_modules, findings, HOST_MODULES);
  refuseNames(capability_constraints, findings, CAPABILITY_CONSTRAINTS);
  const profile = constraintProfileOf(runtime_profile);
  if (profile === undefined) reportUnknownProfile(describeValue(runtime_profile), findings);

  const { importModules } = judgeArtifact(artifact, findings, { profile, hostModules: host_modules });
  const refusal = findings.result();
  if (profile === undefined || importModules === undefined || refusal.reason_codes.length > 0) {
    return { ok: false, ...refusal };
  }
  const manifest: NodePackageManifest = {
    schema_version: NODE_PACKAGE_SCHEMA_VERSION,
    artifact_sha256: sha256Hex(artifact),
    artifact_size_bytes: artifact.length,
    runtime_profile,
    constraint_profile_id: profile.constraint_profile_id,
    host_modules: sortedUnique(host_modules),
    observed_import_modules: importModules,
    required_feature_gates: [...profile.required_feature_gates],
    capability_constraints: sortedUnique([...profile.required_feature_gates, ...capability_constraints]),
  };
  return { ok: true, manifest, manifest_text: formatNodePackageManifest(manifest) };
}

/** Throws TypeError unless the artifact is a Uint8Array, of this realm or of another. */
export function requireBytesOf(artifact: unknown, action: "package" | "inspect" | "run"): void {
  if (Object.prototype.toString.call(artifact) === "[object Uint8Array]") return;
  const received = describeValue(artifact);
  throw new TypeError(`Cannot ${action} the artifact: expected a Uint8Array but received ${received}`);
}

interface NameList {
  readonly member: "host_modules" | "capability_constraints";
  readonly reason_code: PackageReasonCode;
  readonly expected: string;
  accepts(name: unknown): boolean;
}

const HOST_MODULES: NameList = {
  member: "host_modules",
  reason_code: "host_module_refused",
  expected: "at most 256 printable ASCII characters that do not begin with wasi: or wasi_",
  accepts: isHostModuleName,
};

const CAPABILITY_CONSTRAINTS: NameList = {
  member: "capability_constraints",
  reason_code: "capability_constraint_refused",
  expected: "at most 64 characters in snake case",
  accepts: isConstraintName,
};

/** Most names that an author may give, so that the feature gates of a profile find room beside them. */
const MAX_GIVEN_NAMES = MAX_LIST_ITEMS - 100;

function refuseNames(names: readonly string[], findings: FindingCollector, list: NameList): void {
  const { member, reason_code, expected, accepts } = list;
  if (!Array.isArray(names)) {
    throw new TypeError(
      `Cannot package the artifact: expected ${member} to be an array but received ${describeValue(names)}`,
    );
  }
  if (names.length > MAX_GIVEN_NAMES) {
    findings.add({
      reason_code,
      subject: `the list ${member}`,
      path: `/${member}`,
      expected: `at most ${MAX_GIVEN_NAMES} names`,
      received: `${names.length}`,
    });
    return;
  }
  for (const [index, name] of names.entries()) {
    if (accepts(name)) continue;
    findings.add({
      reason_code,
      subject: `item ${index} of ${member}`,
      path: `/${member}/${index}`,
      expected,
      received: describeValue(name),
    });
  }
}
