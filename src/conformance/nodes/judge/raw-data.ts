/**
 * Raw data that turns up where it must not be: what users said is looked for in what leaves as metadata, summary or
 * telemetry. A length, a count or a hash of it is not raw data.
 */

import type {
  OutputEntry,
  StepEntry,
  TelemetryEntry,
  TranscriptEntry,
} from "../../../authoring/harness/transcript.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import { RAW_CLASSES } from "../../../authoring/rules/raw-classes.ts";
import { quote } from "../../../internal/quote.ts";
import type { NodeFinding } from "../run/node-run.ts";
import { createRawTraces } from "./raw-traces.ts";

type InputEntry = StepEntry & { readonly step: Extract<StepEntry["step"], { readonly kind: "input" }> };

/** Whether the entry is an input of a raw class. */
export function carriesRaw({ inputs }: NodeDefinition, entry: TranscriptEntry): entry is InputEntry {
  if (entry.entry !== "step" || entry.step.kind !== "input") return false;
  const port = inputs[entry.step.type];
  return port !== undefined && RAW_CLASSES.has(port.payload_class);
}

/** Outputs that must not hold raw data. */
export const canaryOutputs = (
  { descriptor }: NodeDefinition,
  transcript: readonly TranscriptEntry[],
): readonly OutputEntry[] => {
  const types = guardedPorts(descriptor);
  return transcript.filter(
    (entry): entry is OutputEntry => entry.entry === "output" && types.has(entry.type),
  );
};

/** Types of outputs that must not hold raw data. */
export const guardedPorts = ({ outputs }: NodeDefinition["descriptor"]): ReadonlySet<string> =>
  new Set(
    outputs.flatMap(({ type, payload_class, declassifies }) =>
      !RAW_CLASSES.has(payload_class) && declassifies !== true ? [type] : [],
    ),
  );

/** The first leak into an output, and the first into telemetry. */
export function findLeaks(
  node: NodeDefinition,
  transcript: readonly TranscriptEntry[],
): readonly NodeFinding[] {
  const raw = createRawTraces();
  const guarded = guardedPorts(node.descriptor);
  const found: NodeFinding[] = [];
  const isKnown = (rule: string) => found.some((one) => one.rule === rule);
  for (const [marked, entry] of transcript.entries()) {
    if (carriesRaw(node, entry)) raw.take(entry.step.payload);
    const expected = "nothing of a raw, personal or health payload";
    if (entry.entry === "output" && guarded.has(entry.type) && !isKnown("NODE-DATA-02")) {
      const leak = raw.foundIn(entry.payload);
      if (leak !== undefined)
        found.push({
          rule: "NODE-DATA-02",
          message: `Output ${quote(entry.type)} of class ${entry.envelope.payload_class} holds raw data of an input`,
          expected,
          received: leak,
          likely_cause:
            "A part of the input is copied; if that is on purpose, the port has to say declassifies",
          transcript,
          marked,
        });
    }
    if (entry.entry === "telemetry" && !isKnown("NODE-DATA-03")) {
      const { name, fields } = entry as TelemetryEntry;
      const leak = raw.foundIn([name, fields]);
      if (leak !== undefined)
        found.push({
          rule: "NODE-DATA-03",
          message: `Telemetry ${quote(name)} holds raw data of an input`,
          expected,
          received: leak,
          likely_cause: "A part of the input is recorded; record its length or kind instead",
          transcript,
          marked,
        });
    }
  }
  return found;
}
