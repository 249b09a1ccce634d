import { describe, expect, test } from "vitest";

import { inspectNodePackage } from "./inspect-node-package.ts";
import { formatNodePackageManifest, type NodePackageManifest } from "./node-package-manifest.ts";
import { PACKAGE_REASON_CODES } from "./package-reason.ts";
import { importing, type Package, SMALL_NODE, smallPackage, withArtifact } from "./wasm-module.test-kit.ts";

const inspect = ({ artifact, manifest }: { artifact: Uint8Array; manifest: unknown }) =>
  inspectNodePackage(JSON.stringify(manifest), artifact);

const whole = smallPackage();

/** The package with other members in its manifest. */
const withMembers = (members: Readonly<Record<string, unknown>>) => ({
  ...whole,
  manifest: { ...whole.manifest, ...members },
});

/** The package of a module that imports this. */
const importsOnly = (module: string): Package => {
  const broken = withArtifact(whole, importing(module));
  return { ...broken, manifest: { ...broken.manifest, observed_import_modules: [module] } };
};

/** The bytes with one of them changed. */
const changedAt = (offset: number, bytes = SMALL_NODE) =>
  bytes.map((byte, index) => (index === offset ? byte ^ 1 : byte));

describe("inspectNodePackage", () => {
  test("finds nothing wrong with what packageNode wrote, as text and as bytes", () => {
    const text = formatNodePackageManifest(whole.manifest);
    const report = inspectNodePackage(text, whole.artifact);
    expect(report).toEqual({
      compliant: true,
      reason_codes: [],
      findings: [],
      omitted: 0,
      constraint_profile_id: "control_plane_gateway_v1",
      required_runtime_profile: "wasm_wasi",
      required_abi: "wasi:*",
      observed_import_modules: ["env", "wasi:clocks/monotonic-clock@0.2.0", "wasi:io/streams@0.2.0"],
      required_feature_gates: whole.manifest.required_feature_gates,
      max_artifact_size_bytes: 2_097_152,
    });
    expect(inspectNodePackage(new TextEncoder().encode(text), whole.artifact)).toEqual(report);
  });

  const tooLarge = new Uint8Array(2_097_153);
  tooLarge.set(SMALL_NODE);
  const { host_modules: _, ...withoutMember } = whole.manifest;
  const names = whole.manifest.capability_constraints;

  test.each([
    ["manifest_schema_version_unsupported", withMembers({ schema_version: "rspp.node-package.v2" })],
    ["manifest_schema_version_unsupported", { ...whole, manifest: {} }],
    ["manifest_member_unknown", withMembers({ sha256: whole.manifest.artifact_sha256 })],
    ["manifest_member_missing", { ...whole, manifest: withoutMember }],
    ["manifest_member_invalid", withMembers({ artifact_sha256: "ABC" })],
    ["manifest_member_invalid", withMembers({ artifact_size_bytes: "12" })],
    ["manifest_member_invalid", withMembers({ capability_constraints: names.toReversed() })],
    ["manifest_member_invalid", withMembers({ capability_constraints: [...names, names.at(-1)] })],
    ["host_module_refused", withMembers({ host_modules: ["env", "wasi_unstable"] })],
    ["runtime_profile_unknown", withMembers({ runtime_profile: "to_string" })],
    ["constraint_profile_mismatch", withMembers({ constraint_profile_id: "channel_automation_runtime_v1" })],
    ["feature_gates_mismatch", withMembers({ required_feature_gates: [] })],
    ["capability_constraint_missing", withMembers({ capability_constraints: names.slice(1) })],
    ["artifact_too_large", withArtifact(whole, tooLarge)],
    ["artifact_size_mismatch", withMembers({ artifact_size_bytes: SMALL_NODE.length + 1 })],
    ["artifact_hash_mismatch", withMembers({ artifact_sha256: "0".repeat(64) })],
    ["artifact_hash_mismatch", { ...whole, artifact: changedAt(SMALL_NODE.length - 1) }],
    ["wasm_magic_missing", withArtifact(whole, changedAt(1))],
    ["wasm_component_refused", withArtifact(whole, changedAt(6))],
    ["wasm_version_unsupported", withArtifact(whole, changedAt(5))],
    ["wasm_truncated", withArtifact(whole, SMALL_NODE.slice(0, -1))],
    ["wasm_malformed", withArtifact(whole, Uint8Array.from([...SMALL_NODE, 14, 0]))],
    ["wasm_limit_exceeded", withArtifact(whole, importing("m".repeat(100_001)))],
    ["observed_imports_mismatch", withMembers({ observed_import_modules: ["env"] })],
    ["import_legacy_wasi", importsOnly("wasi_snapshot_preview1")],
    ["import_legacy_wasi", importsOnly("wasi_unstable")],
    ["import_wasi_name_invalid", importsOnly("wasi:IO")],
    ["import_foreign", importsOnly("evil")],
  ] as const)("refuses with %s and nothing else", (code, broken) => {
    const report = inspect(broken);
    expect([report.compliant, report.reason_codes]).toEqual([false, [code]]);
    for (const { message, hint } of report.findings) {
      expect(message).toMatch(/^Cannot accept .+: expected .+ but received .*[^.]$/s);
      expect(hint).not.toBe("");
    }
  });

  test.each(["", "{", "[]", "null", '{"schema_version":1,"schema_version":2}', "x".repeat(2_000_000)])(
    "refuses a manifest that cannot be read, and still looks at the artifact",
    (text) => {
      const report = inspectNodePackage(text, whole.artifact);
      expect(report).toMatchObject({ compliant: false, reason_codes: ["manifest_unreadable"] });
      expect(report.observed_import_modules).toEqual(whole.manifest.observed_import_modules);
      expect(report.constraint_profile_id).toBeNull();
    },
  );

  test("refuses bytes that are no UTF-8 and members that JavaScript treats in its own way", () => {
    expect(inspectNodePackage(Uint8Array.of(0xff), whole.artifact).reason_codes).toEqual([
      "manifest_unreadable",
    ]);
    const text = formatNodePackageManifest(whole.manifest).replace("{", '{"__proto__":{},');
    expect(inspectNodePackage(text, whole.artifact).reason_codes).toEqual(["manifest_member_unknown"]);
  });

  test("holds a package to the profile that it is inspected for", () => {
    const moved = withMembers({ runtime_profile: "channel_automation_wasi" });
    expect(inspect(moved).reason_codes).toEqual([
      "constraint_profile_mismatch",
      "feature_gates_mismatch",
      "capability_constraint_missing",
    ]);
  });

  test("tells everything that is wrong at once, in the order of the table", () => {
    const artifact = importing("evil", "wasi_unstable");
    const { reason_codes } = inspect({ ...withMembers({ extra: 1, constraint_profile_id: "x" }), artifact });
    expect(reason_codes).toEqual([
      "manifest_member_unknown",
      "constraint_profile_mismatch",
      "artifact_size_mismatch",
      "artifact_hash_mismatch",
      "observed_imports_mismatch",
      "import_legacy_wasi",
      "import_foreign",
    ]);
    expect(reason_codes.every((code) => PACKAGE_REASON_CODES.includes(code))).toBe(true);
  });

  test("helps with a misspelt member", () => {
    const { artifact_sha256, ...rest } = whole.manifest;
    const manifest = { ...rest, artifactSha256: artifact_sha256 } as unknown as NodePackageManifest;
    const { findings } = inspect({ ...whole, manifest });
    expect(findings.at(-1)).toMatchObject({
      path: "/artifactSha256",
      hint: 'Did you mean "artifact_sha256"?',
    });
  });

  test("throws a TypeError for arguments of a wrong type", () => {
    expect(() => inspectNodePackage("{}", "a" as unknown as Uint8Array)).toThrow(
      /^Cannot inspect the artifact/,
    );
    expect(() => inspectNodePackage({} as unknown as string, SMALL_NODE)).toThrow(TypeError);
  });
});

test("reason codes are in snake case", () => {
  for (const code of PACKAGE_REASON_CODES) expect(code).toMatch(/^[a-z]+(?:_[a-z]+)+$/);
});
