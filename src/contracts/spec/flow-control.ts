/** Flow control: how each lane is throttled and shed. */
import type { z } from "zod";

import { wireObject } from "../core/define-contract.ts";
import { enumField, literalField, nestedField } from "../core/fields.ts";
import { watermarkPair } from "./watermark.ts";

const mode = (lane: string) =>
  enumField(["signal", "credit", "hybrid"], { rule: "PLN-08", about: `How ${lane} is throttled` });
const watermarks = (lane: string) =>
  nestedField(watermarkPair("events"), { rule: "PLN-08", about: `Watermarks of ${lane}` });

/** Flow control of the three lanes. */
export const FlowControlSchema = wireObject({
  mode_by_lane: nestedField(
    wireObject({
      DataLane: mode("DataLane"),
      ControlLane: mode("ControlLane"),
      TelemetryLane: mode("TelemetryLane"),
    }),
    { rule: "PLN-08", about: "How each lane is throttled" },
  ),
  watermarks: nestedField(
    wireObject({
      DataLane: watermarks("DataLane"),
      ControlLane: watermarks("ControlLane"),
      TelemetryLane: watermarks("TelemetryLane"),
    }),
    { rule: "PLN-08", about: "When pressure starts and ends on each lane" },
  ),
  shedding_strategy_by_lane: nestedField(
    wireObject({
      DataLane: enumField(["drop", "merge", "latest_only", "degrade", "fallback"], {
        rule: "PLN-08",
        about: "How data is shed",
      }),
      ControlLane: literalField("none", { rule: "PLN-06", about: "Control is never shed" }),
      TelemetryLane: enumField(["drop", "sample"], { rule: "PLN-08", about: "How telemetry is shed" }),
    }),
    { rule: "PLN-08", about: "What is shed on each lane under pressure" },
  ),
});

/** Flow control of the three lanes. */
export type FlowControl = z.infer<typeof FlowControlSchema>;
