/** Arbitrary event records. */
import type { Arbitrary } from "fast-check";

import type { EventRecord } from "../../contracts/events/event-record.ts";
import { eventRecordShape, fitsEventRecord } from "../../validators/generated/event-record.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid event records; pieces of data and telemetry on DataLane or TelemetryLane. */
export function eventRecordArbitrary(constraints?: ArtifactConstraints<EventRecord>): Arbitrary<EventRecord> {
  const entry = { kind: "event_record", fits: fitsEventRecord, shape: eventRecordShape };
  return artifactArbitrary(entry, constraints);
}
