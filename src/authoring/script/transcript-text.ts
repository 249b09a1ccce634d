/** Transcripts and outputs as NDJSON in canonical form: the same script and seed give the same bytes. */
import { canonicalJson } from "../../internal/canonical-json.ts";
import { encodePayload } from "../boundary/wire/payload-text.ts";
import type { TranscriptEntry } from "../harness/transcript.ts";
import type { Transcribed } from "./output-marbles.ts";

/** A line of text for an entry; typed arrays as `{"$bytes", "$type"}`. */
export function entryText(entry: TranscriptEntry): string {
  if (entry.entry === "step") {
    const { step } = entry;
    const isPlain = step.kind !== "input" || step.payload === undefined;
    return canonicalJson(
      isPlain ? entry : { ...entry, step: { ...step, payload: encodePayload(step.payload) } },
    );
  }
  if (entry.entry !== "output" || entry.payload === undefined) return canonicalJson(entry);
  return canonicalJson({ ...entry, payload: encodePayload(entry.payload) });
}

/** Everything that happened, an entry a line. */
export const transcriptNdjson = ({ transcript }: Transcribed): string =>
  transcript.map((entry) => `${entryText(entry)}\n`).join("");

/**
 * The outputs as event records of the Event ABI, one a line, such as `rspp-contracts trace` reads. Outputs that were
 * fenced are in it, marked as late; those that broke a rule are not.
 */
export const outputsNdjson = ({ transcript }: Transcribed): string =>
  transcript
    .flatMap((entry) =>
      entry.entry === "output" && entry.delivery !== "refused" ? [`${canonicalJson(entry.envelope)}\n`] : [],
    )
    .join("");
