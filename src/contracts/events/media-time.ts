/** Media time: where a piece of media stands on its own timeline, in exactly one coordinate. */
import type { z } from "zod";

import { wireChoice, wireObject } from "../core/define-contract.ts";
import { forbiddenField, integerField } from "../core/fields.ts";

const sampleIndex = {
  rule: "EVT-09",
  about: "Index of the first sample since the start of the stream",
  unit: "samples",
};
const pts = {
  rule: "EVT-09",
  about: "Presentation timestamp since the start of the stream",
  unit: "ms",
  clock: "monotonic",
} as const;

/** Exactly one of `sample_index` and `pts_ms`. */
export const MediaTimeSchema = wireChoice(
  [
    wireObject(
      { sample_index: integerField(sampleIndex), pts_ms: forbiddenField(pts) },
      { unknown: "EVT-13" },
    ),
    wireObject(
      { pts_ms: integerField(pts), sample_index: forbiddenField(sampleIndex) },
      { unknown: "EVT-13" },
    ),
  ],
  { unknown: "EVT-13", branch: { "*": "EVT-09" } },
);

/** Position on a media timeline. */
export type MediaTime = z.infer<typeof MediaTimeSchema>;
