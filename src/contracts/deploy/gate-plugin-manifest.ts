/** The manifest of a gate plugin: what it asks for, told before any of its gates can run. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import {
  integerField,
  listField,
  literalField,
  nestedField,
  patternField,
  textField,
} from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";

const rule = "CON-02";

/** Version of the interface between the orchestrator and its plugins. */
export const GATE_PLUGIN_API_VERSION = "rspp.gate-plugin.v1";

const ResourceLimitsSchema = wireObject({
  max_duration_ms: integerField(
    { rule: "GPM-03", about: "Longest time of one gate", unit: "ms", clock: "monotonic" },
    1,
  ),
  max_evidence_bytes: integerField(
    { rule: "GPM-03", about: "Most evidence that one gate is given", unit: "bytes" },
    1,
  ),
  max_violations: integerField(
    { rule: "GPM-03", about: "Most violations that one gate may list", unit: "items" },
    1,
  ),
});

/** Schema of the manifest of a gate plugin, closed. */
export const GatePluginManifestSchema = wireObject(
  {
    plugin_id: patternField(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/, {
      rule,
      about: "Id of the plugin",
      example: "acme.latency",
    }),
    api_version: literalField(GATE_PLUGIN_API_VERSION, {
      rule: "GPM-01",
      about: "Version of the interface that it was written for",
    }),
    capabilities: listField(
      patternField(/^(?:gate|evidence):[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/, {
        rule: "GPM-02",
        about: "gate:<id> registers that gate, evidence:<name> reads that evidence",
        example: "gate:latency",
      }),
      { rule: "GPM-02", about: "Everything that it asks for" },
    ),
    resource_limits: nestedField(ResourceLimitsSchema, { rule: "GPM-03", about: "What it can do with" }),
    signature_ref: textField({ rule, about: "Where its signature is; absent: unsigned" }).optional(),
  },
  {
    checks: [
      {
        rule: "GPM-02",
        must: { unique: "capabilities" },
        at: "capabilities",
        expected: "each capability once",
      },
    ],
  },
);

/** What a gate plugin asks for. */
export type GatePluginManifest = z.infer<typeof GatePluginManifestSchema>;

const pluginRules = defineRules("gates.md section 4", {
  "GPM-01": ["MUST", "api_version is one that the orchestrator knows"],
  "GPM-02": ["MUST", "Capabilities are of a known form, and each is listed once"],
  "GPM-03": ["MUST", "Every limit is set, to at least 1"],
});

/** The contract of manifests of gate plugins. */
export const gatePluginManifestContract = defineContract({
  address: "deploy/gate-plugin-manifest",
  kind: "gate_plugin_manifest",
  since: "0.1.0",
  title: "Gate plugin manifest",
  about: "What a gate plugin asks for, told before any of its gates can run.",
  schema: GatePluginManifestSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...pluginRules],
  example: {
    plugin_id: "acme.latency",
    api_version: GATE_PLUGIN_API_VERSION,
    capabilities: ["gate:latency", "evidence:turn_metrics"],
    resource_limits: { max_duration_ms: 1000, max_evidence_bytes: 1_048_576, max_violations: 100 },
    signature_ref: "signatures/acme.latency.sig",
  },
});
