/** Plugins of gates: judged by their manifest before any other code of theirs runs. */
import type { GatePluginManifest } from "../../contracts/deploy/gate-plugin-manifest.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { diagnose } from "../../validators/diagnose.ts";
import {
  gatePluginManifestShape,
  isGatePluginManifest,
} from "../../validators/generated/gate-plugin-manifest.ts";
import type { Gate } from "./gate.ts";

/** What a plugin adds its gates to; it works only while `register` runs. */
export interface GateRegistrar {
  /** Adds a gate. Throws for one that the manifest does not declare. */
  register(gate: Gate): void;
}

/** A plugin of gates. */
export interface GatePlugin {
  manifest(): GatePluginManifest;
  register(registrar: GateRegistrar): void;
}

/** What is asked of plugins. */
export interface GatePluginPolicy {
  /** Whether a plugin without `signature_ref` is refused; false unless told. */
  readonly requireSignature?: boolean;
  /** Tells whether the signature of a manifest holds; without it a signature is only required to be there. */
  readonly verifySignature?: (manifest: GatePluginManifest) => boolean;
}

/** Why a plugin is refused. */
export type PluginRefusalCode =
  | "manifest_unreadable"
  | "unknown_api_version"
  | "unknown_capability"
  | "missing_limit"
  | "invalid_manifest"
  | "unsigned"
  | "bad_signature"
  | "plugin_clash"
  | "undeclared_gate"
  | "undeclared_evidence"
  | "gate_clash"
  | "plugin_threw";

/** A plugin that is refused, or the gates that it added. */
export type PluginAdmission =
  | { readonly ok: true; readonly plugin_id: string; readonly gates: readonly string[] }
  | { readonly ok: false; readonly reason: PluginRefusalCode; readonly message: string };

/** The refusal of a plugin. */
export const refusePlugin = (
  reason: PluginRefusalCode,
  expected: string,
  { received }: { readonly received: string },
): Extract<PluginAdmission, { ok: false }> => ({
  ok: false,
  reason,
  message: `Cannot admit the plugin: expected ${expected} but received ${received}`,
});

/** The manifest of a plugin, as a copy that it cannot change any more, or why the plugin is refused. */
export function readPluginManifest(
  plugin: GatePlugin,
  policy: GatePluginPolicy,
): GatePluginManifest | Extract<PluginAdmission, { ok: false }> {
  let manifest: unknown;
  try {
    manifest = JSON.parse(JSON.stringify(plugin.manifest()));
  } catch (error) {
    return refusePlugin("manifest_unreadable", "a manifest of plain JSON", { received: reasonOf(error) });
  }
  if (!isGatePluginManifest(manifest)) return whyInvalid(manifest);
  if (manifest.signature_ref === undefined && policy.requireSignature === true) {
    return refusePlugin("unsigned", "a signature_ref, which the policy requires", { received: "nothing" });
  }
  if (policy.verifySignature !== undefined && manifest.signature_ref !== undefined) {
    let holds = false;
    try {
      holds = policy.verifySignature(manifest) === true;
    } catch {
      holds = false;
    }
    if (!holds)
      return refusePlugin("bad_signature", "a signature that holds", { received: manifest.signature_ref });
  }
  return manifest;
}

function whyInvalid(manifest: unknown): Extract<PluginAdmission, { ok: false }> {
  const { diagnostics } = diagnose(gatePluginManifestShape, manifest, { open: false });
  const reasons: Readonly<Record<string, PluginRefusalCode>> = {
    "GPM-01": "unknown_api_version",
    "GPM-02": "unknown_capability",
    "GPM-03": "missing_limit",
  };
  const first = diagnostics.find(({ rule }) => Object.hasOwn(reasons, rule)) ?? diagnostics[0];
  const received = first === undefined ? describeValue(manifest) : `${first.path}: ${first.message}`;
  return refusePlugin(reasons[first?.rule ?? ""] ?? "invalid_manifest", "a valid gate_plugin_manifest", {
    received,
  });
}

/** What was thrown, in words. */
export function reasonOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : describeValue(error);
  } catch {
    return "an error that cannot be read";
  }
}
