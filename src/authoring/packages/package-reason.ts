/**
 * Why a node package is refused. The codes are public and stable: reports, dashboards and release gates
 * switch on them, so a code is never reused for another reason.
 *
 * The order of the table is the order of `reason_codes` in every report: what is wrong with the manifest,
 * with its profile, with the file as such, with the module in it, with what the module imports, and, found only by
 * who runs the module in a sandbox, with what it takes to run it.
 */

/** Every reason code, with what to do about it. */
export const PACKAGE_REASONS = {
  manifest_unreadable: "Package the node again with packageNode, or restore the manifest from the build",
  manifest_schema_version_unsupported:
    "Package the node again with this version, or inspect it with the version that wrote it",
  manifest_member_unknown: "Remove the member; every member of a manifest vouches for something",
  manifest_member_missing: "Package the node again with packageNode instead of writing the manifest by hand",
  manifest_member_invalid: "Package the node again with packageNode instead of writing the manifest by hand",
  host_module_refused: "Declare the names of host modules that are not WASI, such as env",
  capability_constraint_refused: "Write constraints in snake case, such as no_native_process_exec",
  runtime_profile_unknown: "Choose one of the runtime profiles that are expected",
  constraint_profile_mismatch: "Package the node again for the runtime profile that it is meant for",
  feature_gates_mismatch: "Package the node again; the gates follow from the constraint profile",
  capability_constraint_missing: "Package the node again; the constraint profile asks for this constraint",
  artifact_too_large: "Strip debug sections and optimize for size, or choose a larger runtime profile",
  artifact_size_mismatch: "Copy the artifact again, or package the node again if the change is meant",
  artifact_hash_mismatch: "Copy the artifact again, or package the node again if the change is meant",
  wasm_magic_missing: "Give the bytes of a compiled .wasm module",
  wasm_component_refused: "Package the core module that the component was made from",
  wasm_version_unsupported: "Compile to version 1 of the WebAssembly binary format",
  wasm_truncated: "Copy or build the module again; the file ends too early",
  wasm_malformed: "Build the module again; wasm-validate or wasm-tools validate tell more",
  wasm_limit_exceeded: "Import less; no node needs this much",
  observed_imports_mismatch: "Package the node again, so that the manifest lists what the module imports",
  import_legacy_wasi: "Build for WASI preview 2, or drop what needs the old interface",
  import_wasi_name_invalid: "Import a preview 2 interface such as wasi:io/streams@0.2.0",
  import_foreign: "Declare the module in host_modules if the runtime offers it, or do without it",
  wasm_invalid: "Build the module again; wasm-validate or wasm-tools validate tell more",
  wasm_feature_unsupported:
    "Compile for WebAssembly 2.0, without newer features such as threads or exceptions",
  import_not_offered: "Do without it, or run the node in a runtime that offers it",
  import_type_mismatch: "Declare the import with the type that the ABI of nodes gives it",
  export_missing: "Export what the ABI of nodes asks for",
  export_type_mismatch: "Export the function with the type that the ABI of nodes gives it",
  export_name_reserved: "Use another name; those with rspp_ and rspp: belong to the ABI of nodes",
  memory_too_large: "Start with less memory, or declare more in resources.memory_mb",
  table_too_large: "Use fewer and smaller tables",
} as const;

/** A public reason code in snake case. */
export type PackageReasonCode = keyof typeof PACKAGE_REASONS;

/** Every reason code, in the order of reports. */
export const PACKAGE_REASON_CODES = Object.keys(PACKAGE_REASONS) as readonly PackageReasonCode[];
