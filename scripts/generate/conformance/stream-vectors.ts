/** Vectors that take a stream to show: EVT-16, which looks at more than one event. */
import { contracts } from "../../../src/contracts/catalog.ts";
import type { Vector } from "./vector.ts";
import { vector } from "./vector.ts";

/** Vectors of EVT-16 for the kinds that have the rule. */
export function streamVectors(): Vector[] {
  return ([contracts.event_record, contracts.control_signal, contracts.event] as const).flatMap(
    ({ kind, example }) => {
      const first = { ...example, event_scope: "turn", turn_id: "turn-1", authority_epoch: 7 };
      const second = { ...first, event_id: "evt-2", transport_sequence: 2, runtime_sequence: 2 };
      const repeated = { ...second, event_id: first.event_id };
      const about = { kind, rule: "EVT-16", level: "SHOULD" } as const;
      return [
        vector({
          ...about,
          expect: "accept",
          name: "two-event-ids",
          note: "Two events of a turn with ids of their own",
          artifact: { values: [first, second] },
        }),
        vector({
          ...about,
          expect: "accept",
          name: "repeat-with-idempotency-key",
          note: "A repeated event names the idempotency_key by which it is known as a duplicate",
          artifact: { values: [first, repeated].map((event) => ({ ...event, idempotency_key: "key-1" })) },
        }),
        vector({
          ...about,
          expect: "warn",
          name: "repeat-without-idempotency-key",
          note: "Two events of a turn share an event_id and name no idempotency_key",
          artifact: { values: [first, repeated] },
        }),
      ];
    },
  );
}
