import { describe, expect, test } from "vitest";

import { sha256Hex } from "../../internal/sha256.ts";
import { inspectNodePackage } from "./inspect-node-package.ts";
import { type PackageNodeOptions, packageNode } from "./package-node.ts";
import { RUNTIME_PROFILES } from "./runtime-profile.ts";
import { custom, importing, SMALL_NODE, wasm } from "./wasm-module.test-kit.ts";

const OPTIONS: PackageNodeOptions = { runtime_profile: "wasm_wasi", host_modules: ["env"] };

describe("packageNode", () => {
  test("writes a manifest in canonical JSON", () => {
    const packaged = packageNode(SMALL_NODE, { ...OPTIONS, capability_constraints: ["needs_gpu"] });
    expect(packaged.ok && packaged.manifest_text).toBe(
      `{"artifact_sha256":"${sha256Hex(SMALL_NODE)}","artifact_size_bytes":${SMALL_NODE.length},` +
        '"capability_constraints":["deterministic_time_requires_host_injection",' +
        '"filesystem_limited_to_preopened_dirs","needs_gpu","network_access_requires_host_capability",' +
        '"no_native_process_exec"],"constraint_profile_id":"control_plane_gateway_v1","host_modules":["env"],' +
        '"observed_import_modules":["env","wasi:clocks/monotonic-clock@0.2.0","wasi:io/streams@0.2.0"],' +
        '"required_feature_gates":["deterministic_time_requires_host_injection",' +
        '"filesystem_limited_to_preopened_dirs","network_access_requires_host_capability",' +
        '"no_native_process_exec"],"runtime_profile":"wasm_wasi","schema_version":"rspp.node-package.v1"}',
    );
  });

  test("does not depend on the order or repetition of names", () => {
    const one = packageNode(SMALL_NODE, { ...OPTIONS, host_modules: ["log", "env"] });
    const other = packageNode(SMALL_NODE, { ...OPTIONS, host_modules: ["env", "log", "env"] });
    expect(one).toEqual(other);
  });

  test.each(Object.values(RUNTIME_PROFILES))("packages for $required_runtime_profile", (profile) => {
    const packaged = packageNode(SMALL_NODE, {
      ...OPTIONS,
      runtime_profile: profile.required_runtime_profile,
    });
    if (!packaged.ok) throw new Error(packaged.findings[0]?.message);
    const { required_abi, max_artifact_size_bytes, ...rest } = profile;
    expect(inspectNodePackage(packaged.manifest_text, SMALL_NODE)).toMatchObject({
      compliant: true,
      reason_codes: [],
      required_abi,
      max_artifact_size_bytes,
      ...rest,
    });
  });

  test.each(Object.values(RUNTIME_PROFILES))(
    "knows the largest size for $constraint_profile_id",
    (profile) => {
      const { max_artifact_size_bytes: most, required_runtime_profile: runtime_profile } = profile;
      const largest = wasm(
        custom(
          "pad",
          Array.from({ length: most - 8 - 1 - 3 - 4 }, () => 0),
        ),
      );
      expect(largest.length).toBe(most);
      expect(packageNode(largest, { runtime_profile }).ok).toBe(true);
      const larger = Uint8Array.from([...largest, 0]);
      expect(packageNode(larger, { runtime_profile })).toMatchObject({
        ok: false,
        reason_codes: ["artifact_too_large"],
      });
    },
  );

  test.each([
    ["runtime_profile_unknown", SMALL_NODE, { ...OPTIONS, runtime_profile: "wasm_wasip3" }],
    ["runtime_profile_unknown", SMALL_NODE, { ...OPTIONS, runtime_profile: "constructor" }],
    ["host_module_refused", SMALL_NODE, { ...OPTIONS, host_modules: ["env", "wasi_unstable"] }],
    ["host_module_refused", SMALL_NODE, { ...OPTIONS, host_modules: ["env", "wasi:x"] }],
    ["host_module_refused", SMALL_NODE, { ...OPTIONS, host_modules: ["env", ""] }],
    ["host_module_refused", SMALL_NODE, { ...OPTIONS, host_modules: Array(901).fill("env") }],
    ["capability_constraint_refused", SMALL_NODE, { ...OPTIONS, capability_constraints: ["Needs GPU"] }],
    ["import_foreign", importing("evil"), OPTIONS],
    ["import_foreign", importing("WASI:io/streams"), OPTIONS],
    ["import_legacy_wasi", importing("wasi_snapshot_preview1"), OPTIONS],
    ["import_legacy_wasi", importing("wasi_unstable"), OPTIONS],
    ["import_wasi_name_invalid", importing("wasi:"), OPTIONS],
    ["import_wasi_name_invalid", importing("wasi:io/streams@latest"), OPTIONS],
    ["import_wasi_name_invalid", importing(`wasi:${"a".repeat(300)}`), OPTIONS],
    ["wasm_magic_missing", new TextEncoder().encode("(module)"), OPTIONS],
    ["wasm_component_refused", Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0), OPTIONS],
    ["wasm_truncated", SMALL_NODE.subarray(0, 20), OPTIONS],
  ] as const)("refuses with %s and nothing else", (code, artifact, options) => {
    expect(packageNode(artifact, options)).toMatchObject({ ok: false, reason_codes: [code], omitted: 0 });
  });

  test("tells what, where, what was expected, what came, and how to go on", () => {
    const refused = packageNode(importing("wasi_snapshot_preview1"), OPTIONS);
    expect(!refused.ok && refused.findings).toEqual([
      {
        reason_code: "import_legacy_wasi",
        message:
          'Cannot accept the import of "run" from "wasi_snapshot_preview1" at byte 17: expected a WASI preview ' +
          '2 module (wasi:*) or a declared host module but received "wasi_snapshot_preview1"',
        offset: 17,
        expected: "a WASI preview 2 module (wasi:*) or a declared host module",
        received: '"wasi_snapshot_preview1"',
        hint: "Build for WASI preview 2, or drop what needs the old interface",
      },
    ]);
  });

  test("reports each module once and counts what goes beyond a hundred", () => {
    const modules = Array.from({ length: 150 }, (_, index) => `m${index % 120}`);
    const refused = packageNode(importing(...modules), OPTIONS);
    expect(!refused.ok && [refused.findings.length, refused.omitted]).toEqual([100, 20]);
  });

  test("throws a TypeError for what is no bytes", () => {
    const misuse = (artifact: unknown, options: unknown = OPTIONS) =>
      packageNode(artifact as Uint8Array, options as PackageNodeOptions);
    expect(() => misuse("module.wasm")).toThrow(/^Cannot package the artifact: expected a Uint8Array but/);
    expect(() => misuse(new ArrayBuffer(8))).toThrow(TypeError);
    expect(() => misuse(SMALL_NODE, { ...OPTIONS, host_modules: "env" })).toThrow(
      /expected host_modules to be/,
    );
  });
});
