/** Inspects a packaged node: whether the artifact is the one that its manifest vouches for, and fit to run. */
import { describeValue } from "../../internal/describe-value.ts";
import { quote } from "../../internal/quote.ts";
import { sha256Hex } from "../../internal/sha256.ts";
import { judgeArtifact, reportUnknownProfile } from "./judge-artifact.ts";
import { isHostModuleName, type NodePackageManifest } from "./node-package-manifest.ts";
import { createFindingCollector, type FindingCollector, type PackageFindings } from "./package-finding.ts";
import { requireBytesOf } from "./package-node.ts";
import { readNodePackageManifest } from "./read-node-package-manifest.ts";
import { type ConstraintProfile, constraintProfileOf } from "./runtime-profile.ts";

/** What an inspection found. What follows from the runtime profile is null where the profile is not known. */
export interface NodePackageReport extends PackageFindings {
  /** Nothing was found wrong. */
  readonly compliant: boolean;
  readonly constraint_profile_id: string | null;
  readonly required_runtime_profile: string | null;
  /** Pattern of the import modules that every runtime offers. */
  readonly required_abi: string | null;
  /** What this inspection saw in the artifact, not what the manifest says; sorted, empty if unreadable. */
  readonly observed_import_modules: readonly string[];
  readonly required_feature_gates: readonly string[];
  /** Largest artifact of the profile, in bytes. */
  readonly max_artifact_size_bytes: number | null;
}

/**
 * Inspects the text of a manifest and the bytes of the artifact beside it. Both are read anew and nothing is
 * taken on trust; one report tells everything that is wrong. An artifact beyond the size of its profile is
 * neither hashed nor read. Throws TypeError for arguments of a wrong type, and for nothing else.
 * Source: authoring section 4.
 *
 * ```ts
 * const report = inspectNodePackage(await readFile("vad.manifest.json"), await readFile("vad.wasm"));
 * if (!report.compliant) console.error(report.reason_codes, report.findings);
 * ```
 *
 * @since 0.1.0
 */
export function inspectNodePackage(manifest: string | Uint8Array, artifact: Uint8Array): NodePackageReport {
  requireBytesOf(artifact, "inspect");
  const findings = createFindingCollector();
  const members = readNodePackageManifest(manifest, findings);
  const profile = constraintProfileOf(members.runtime_profile);
  judgeProfile(members, profile, { findings });
  const { host_modules: hostModules } = members;
  const observed = judgeArtifact(artifact, findings, { profile, hostModules });
  compareSize(members, artifact, { findings });
  if (observed.isRead) compareHash(members, artifact, { findings });
  compareImports(members, observed.importModules, { findings });

  const result = findings.result();
  return {
    compliant: result.reason_codes.length === 0,
    ...result,
    constraint_profile_id: profile?.constraint_profile_id ?? null,
    required_runtime_profile: profile?.required_runtime_profile ?? null,
    required_abi: profile?.required_abi ?? null,
    observed_import_modules: observed.importModules ?? [],
    required_feature_gates: [...(profile?.required_feature_gates ?? [])],
    max_artifact_size_bytes: profile?.max_artifact_size_bytes ?? null,
  };
}

type Members = Partial<NodePackageManifest>;

interface Reporting {
  readonly findings: FindingCollector;
}

function judgeProfile(
  members: Members,
  profile: ConstraintProfile | undefined,
  { findings }: Reporting,
): void {
  for (const [index, name] of (members.host_modules ?? []).entries()) {
    if (isHostModuleName(name)) continue;
    findings.add({
      reason_code: "host_module_refused",
      subject: `item ${index} of host_modules`,
      path: `/host_modules/${index}`,
      expected: "a name that does not begin with wasi: or wasi_",
      received: quote(name),
    });
  }
  if (members.runtime_profile === undefined) return;
  if (profile === undefined) {
    reportUnknownProfile(quote(members.runtime_profile), findings);
    return;
  }
  const { constraint_profile_id, required_feature_gates, capability_constraints } = members;
  if (constraint_profile_id !== undefined && constraint_profile_id !== profile.constraint_profile_id) {
    findings.add({
      reason_code: "constraint_profile_mismatch",
      subject: "the constraint profile",
      path: "/constraint_profile_id",
      expected: `${quote(profile.constraint_profile_id)} for the runtime profile "${members.runtime_profile}"`,
      received: quote(constraint_profile_id),
    });
  }
  const gates = profile.required_feature_gates;
  if (required_feature_gates !== undefined && !isSameList(required_feature_gates, gates)) {
    findings.add({
      reason_code: "feature_gates_mismatch",
      subject: "the feature gates",
      path: "/required_feature_gates",
      expected: gates.join(", "),
      received: listed(required_feature_gates),
    });
  }
  const missing = gates.filter((gate) => capability_constraints?.includes(gate) === false);
  if (missing.length === 0) return;
  findings.add({
    reason_code: "capability_constraint_missing",
    subject: "the capability constraints",
    path: "/capability_constraints",
    expected: `${missing.join(", ")} among them`,
    received: listed(capability_constraints ?? []),
  });
}

function compareSize({ artifact_size_bytes }: Members, artifact: Uint8Array, { findings }: Reporting): void {
  if (artifact_size_bytes === undefined || artifact_size_bytes === artifact.length) return;
  findings.add({
    reason_code: "artifact_size_mismatch",
    subject: "the size of the artifact",
    offset: Math.min(artifact_size_bytes, artifact.length),
    path: "/artifact_size_bytes",
    expected: `${artifact_size_bytes} bytes, as its manifest says,`,
    received: `${artifact.length}`,
  });
}

function compareHash({ artifact_sha256 }: Members, artifact: Uint8Array, { findings }: Reporting): void {
  if (artifact_sha256 === undefined) return;
  const received = sha256Hex(artifact);
  if (received === artifact_sha256) return;
  findings.add({
    reason_code: "artifact_hash_mismatch",
    subject: "the SHA-256 of the artifact",
    path: "/artifact_sha256",
    expected: `${artifact_sha256}, as its manifest says,`,
    received,
  });
}

function compareImports(
  { observed_import_modules }: Members,
  importModules: readonly string[] | undefined,
  { findings }: Reporting,
): void {
  if (observed_import_modules === undefined || importModules === undefined) return;
  if (isSameList(observed_import_modules, importModules)) return;
  findings.add({
    reason_code: "observed_imports_mismatch",
    subject: "the import modules of the manifest",
    path: "/observed_import_modules",
    expected: `${listed(importModules)}, as the artifact imports,`,
    received: listed(observed_import_modules),
  });
}

const isSameList = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((item, index) => item === right[index]);

/** The list in words, cut so that it fits into a sentence. */
const listed = (items: readonly string[]): string =>
  items.length === 0 ? describeValue(items) : quote(items.join(", "), 200);
