import { expect, test } from "vitest";

import { PAYLOAD_CLASSES } from "./payload-class.ts";
import { RECORDING_LEVELS, recordingLevelTransition } from "./recording-level.ts";
import type { RedactionSurface } from "./redaction-matrix.ts";
import { DEFAULT_REDACTION_MATRIX, defaultRedaction } from "./redaction-matrix.ts";

// Columns as they stand in the specification: OR-01, OR-02 at L0, L1, L2, OR-03.
const TABLE = {
  audio_raw: ["drop", "drop", "mask", "hash", "drop"],
  text_raw: ["mask", "hash", "mask", "mask", "mask"],
  PII: ["drop", "hash", "hash", "hash", "tokenize"],
  PHI: ["drop", "drop", "hash", "hash", "tokenize"],
  derived_summary: ["allow", "allow", "allow", "allow", "allow"],
  metadata: ["allow", "allow", "allow", "allow", "allow"],
};
const SURFACES: RedactionSurface[] = ["OR-01", "OR-02/L0", "OR-02/L1", "OR-02/L2", "OR-03"];

test.each(PAYLOAD_CLASSES)("%s is redacted as the table says on every surface", (payloadClass) => {
  expect(SURFACES.map((surface) => defaultRedaction(surface, payloadClass))).toEqual(TABLE[payloadClass]);
});

test("the matrix names every surface and no other", () => {
  expect(Object.keys(DEFAULT_REDACTION_MATRIX).sort()).toEqual([...SURFACES].sort());
});

test("a runtime lowers its recording level with a marker and never raises it", () => {
  for (const [low, from] of RECORDING_LEVELS.entries()) {
    for (const [high, to] of RECORDING_LEVELS.entries()) {
      const transition = recordingLevelTransition(from, to);
      if (high > low) expect(transition.allowed).toBe(false);
      else
        expect(transition).toEqual({
          allowed: true,
          marker: high === low ? "none" : "recording_level_downgraded",
        });
    }
  }
});
