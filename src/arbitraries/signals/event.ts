/** Arbitrary events of either kind. */
import type { Arbitrary } from "fast-check";

import type { Event } from "../../contracts/signals/event.ts";
import { eventShape, fitsEvent } from "../../validators/generated/event.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid events: half of them event records, half control signals, unless fixed fields decide it. */
export function eventArbitrary(constraints?: ArtifactConstraints<Event>): Arbitrary<Event> {
  return artifactArbitrary({ kind: "event", fits: fitsEvent, shape: eventShape }, constraints);
}
