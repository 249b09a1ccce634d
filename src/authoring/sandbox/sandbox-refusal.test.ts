import { describe, expect, test } from "vitest";

import { packageNode } from "../packages/package-node.ts";
import type { PackageReasonCode } from "../packages/package-reason.ts";
import { NODE_HOST_MODULE } from "./sandbox-abi.ts";
import { type ModuleParts, moduleOf, moduleText, nodeOf, runOf } from "./sandbox-node.test-kit.ts";
import type { SandboxSource } from "./sandbox-node.ts";
import { SandboxRefusal } from "./sandbox-refusal.ts";
import { assembleWat } from "./wasm-module.test-kit.ts";

/** Why a node is refused. */
function refusalOf(parts: ModuleParts, options: Partial<SandboxSource> = {}): SandboxRefusal {
  try {
    nodeOf(parts, options);
  } catch (error) {
    if (error instanceof SandboxRefusal) return error;
    throw error;
  }
  throw new Error("Expected a refusal");
}

const importOf = (module: string, name = "run", what = "(func)") => ({
  imports: `(import "${module}" "${name}" ${what})`,
});

const manifestOf = (module: Uint8Array) => {
  const packaged = packageNode(module, {
    runtime_profile: "channel_automation_wasi",
    host_modules: [NODE_HOST_MODULE],
  });
  if (!packaged.ok) throw new Error(packaged.findings[0]?.message);
  return packaged.manifest_text;
};

describe("a module that inspection refuses does not run", () => {
  test.each<[PackageReasonCode, ModuleParts]>([
    ["import_foreign", importOf("env")],
    ["import_legacy_wasi", importOf("wasi_snapshot_preview1", "fd_write")],
    ["import_wasi_name_invalid", importOf("wasi:")],
  ])("%s", (code, parts) => {
    expect(refusalOf(parts).reason_codes).toEqual([code]);
  });

  test("bytes that are no module", () => {
    const broken = moduleOf().slice(0, -3);
    expect(refusalOf({}, { module: broken }).reason_codes).toEqual(["wasm_truncated"]);
    expect(() => nodeOf({}, { module: "gain.wasm" as never })).toThrow(
      /^Cannot run the artifact: expected a Uint8Array/,
    );
  });

  test("a package whose manifest does not vouch for it", () => {
    const module = moduleOf();
    const manifest = manifestOf(module);
    expect(runOf(nodeOf({}, { module, manifest })).process(null)).toEqual([]);
    const other = moduleOf({ process: "(i32.const 1)" });
    expect(refusalOf({}, { module: other, manifest }).reason_codes).toEqual(["artifact_hash_mismatch"]);
    expect(refusalOf({}, { module, manifest: "{}" }).reason_codes).toContain(
      "manifest_schema_version_unsupported",
    );
    const undeclared = manifest.replace(`"host_modules":["${NODE_HOST_MODULE}"]`, '"host_modules":[]');
    expect(refusalOf({}, { module, manifest: undeclared }).reason_codes).toEqual(["import_foreign"]);
  });
});

describe("a module that the sandbox cannot run is refused", () => {
  test.each<[PackageReasonCode, ModuleParts]>([
    ["import_not_offered", importOf("wasi:sockets/tcp@0.2.0")],
    ["import_not_offered", importOf("wasi:clocks/monotonic-clock@0.3.0", "now", "(func (result i64))")],
    ["import_not_offered", importOf(NODE_HOST_MODULE, "eval")],
    ["import_not_offered", importOf(NODE_HOST_MODULE, "constructor")],
    ["import_not_offered", importOf(NODE_HOST_MODULE, "seed", "(global i32)")],
    ["import_type_mismatch", importOf(NODE_HOST_MODULE, "now_ms", "(func (result i64))")],
    ["export_missing", { memory: "(memory 1)" }],
    ["export_type_mismatch", { fields: '(func (export "rspp_stop"))' }],
    ["export_type_mismatch", { fields: '(global $x (export "rspp_start") i32 (i32.const 0))' }],
    ["export_name_reserved", { fields: '(func (export "rspp_on_bargein") (result i32) (i32.const 0))' }],
    ["export_name_reserved", { fields: '(func (export "rspp:fuel"))' }],
    ["memory_too_large", { memory: '(memory (export "memory") 513)' }],
    ["table_too_large", { fields: "(table 65537 funcref)" }],
    ["table_too_large", { fields: "(table 1 funcref)".repeat(17) }],
    ["wasm_invalid", { process: "(i64.const 0)" }],
  ])("%s", (code, parts) => {
    const { reason_codes, findings, message } = refusalOf(parts);
    expect(reason_codes).toEqual([code]);
    expect(findings[0]?.hint).not.toBe("");
    expect(message).toMatch(
      /^Cannot run node "boxed" in a sandbox: expected a compliant module but received: Cannot/,
    );
  });

  test("with a hint where a name is nearly right", () => {
    const fields = '(func (export "rspp_on_bargein") (result i32) (i32.const 0))';
    expect(refusalOf({ fields }).findings[0]?.hint).toBe('Did you mean "rspp_on_barge_in"?');
  });

  test("instructions of which nobody knows what they cost, such as tail calls", () => {
    const text = moduleText({ process: "(call $alloc (i32.const 1))" });
    const bytes = assembleWat(text);
    const at = bytes.lastIndexOf(0x10);
    bytes[at] = 0x12;
    expect(WebAssembly.validate(bytes as Uint8Array<ArrayBuffer>)).toBe(true);
    const { reason_codes, findings } = refusalOf({}, { module: bytes });
    expect(reason_codes).toEqual(["wasm_feature_unsupported"]);
    expect(findings[0]).toMatchObject({ offset: at, received: "the opcode 0x12" });
  });

  test("memory that is shared with workers", () => {
    const bytes = moduleOf({ memory: '(memory (export "memory") 1 2)' });
    const at = bytes.findIndex(
      (byte, index) => byte === 5 && bytes[index + 2] === 1 && bytes[index + 3] === 1,
    );
    bytes[at + 3] = 3;
    expect(refusalOf({}, { module: bytes }).reason_codes).toEqual(["wasm_feature_unsupported"]);
  });
});

test("members that cannot be are refused with a RangeError or TypeError", () => {
  expect(() => nodeOf({}, { fuel_per_call: 0 })).toThrow(RangeError);
  expect(() => nodeOf({}, { fuel_per_call: 1.5 })).toThrow(/fuel_per_call of node "boxed"/);
  expect(() => nodeOf({}, { resources: { memory_mb: 0 } })).toThrow(/resources.memory_mb of node "boxed"/);
  expect(() => nodeOf({}, { max_buffered: 0 })).toThrow(/max_buffered/);
  expect(() => nodeOf({}, { node_id: "" })).toThrow(/node_id/);
});

test("the descriptor says that it is a sandbox, and how much memory it has", () => {
  const { descriptor } = nodeOf({}, { resources: { timeout_ms: 40 } });
  expect(descriptor).toMatchObject({
    execution_mode: "sandbox",
    resources: { memory_mb: 32, timeout_ms: 40 },
  });
});

test("what runs is what was judged, whatever becomes of the bytes", () => {
  const module = moduleOf();
  const definition = nodeOf({}, { module });
  module.fill(0);
  expect(runOf(definition).process(null)).toEqual([]);
});
