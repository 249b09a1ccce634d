/** CT: the contracts and the start of a turn. */
import fc from "fast-check";

import { arbitraryOfKind } from "../../arbitraries/arbitrary-of-kind.ts";
import { nearMisses } from "../../arbitraries/near-miss/near-miss.ts";
import { nearMissArbitrary } from "../../arbitraries/near-miss/near-miss-arbitrary.ts";
import { controlSignalArbitrary } from "../../arbitraries/signals/control-signal.ts";
import { EMITTERS } from "../../contracts/signals/emitter.ts";
import { CONTROL_SIGNALS } from "../../contracts/signals/signal-table.ts";
import { CONTRACT_KINDS } from "../../validators/validate.ts";
import { defineCheck, definePack, type ScheduleCheck } from "../check/check.ts";
import { type JudgedArtifact, judgeAll, judgeInstants, wrongVerdict } from "../check/verdict-judge.ts";
import { scenarioCheck } from "./scenario-check.ts";

type Kind = JudgedArtifact["contract"];

const BOTH = ["quick", "full"] as const;

/** Half of the artifacts are valid, half have one mistake. */
const mixed = (contract: Kind): fc.Arbitrary<JudgedArtifact> =>
  fc.oneof(
    arbitraryOfKind(contract).map((artifact) => ({ contract, artifact })),
    nearMissArbitrary(contract).map(({ value, how }) => ({ contract, artifact: value, how })),
  );

const judged = (artifact: fc.Arbitrary<JudgedArtifact>): ScheduleCheck["schedule"] => ({
  instants: () =>
    fc.array(artifact, { minLength: 1, maxLength: 40, size: "max" }).map((list) => judgeInstants(list)),
  judge: wrongVerdict,
});

/** Signals of the wrong emitter, signals that there are not, and ones that are as they should be. */
const owned: fc.Arbitrary<JudgedArtifact> = fc
  .tuple(
    controlSignalArbitrary(),
    fc.oneof(
      fc.constant({}),
      fc.constantFrom(...EMITTERS).map((emitted_by) => ({ emitted_by })),
      fc.constantFrom(...CONTROL_SIGNALS).map((signal) => ({ signal })),
      fc.constantFrom("turn_opened", "turn-open", "TURN_OPEN", "", "unknown").map((signal) => ({ signal })),
    ),
  )
  .map(([signal, change]) => ({ contract: "control_signal", artifact: { ...signal, ...change } }));

/** What the kit and a subject say to each other is no artifact of a runtime. */
const OF_THE_KIT: readonly Kind[] = [
  "stimulus",
  "subject_request",
  "subject_reply",
  "conformance_scenario",
  "conformance_report",
  "conformance_baseline",
  "node_manifest",
  "node_request",
  "node_reply",
];

/** Every mistake that breaks exactly one rule, of every contract. */
function everyMistake(): JudgedArtifact[] {
  return CONTRACT_KINDS.filter((kind) => !OF_THE_KIT.includes(kind)).flatMap((contract) =>
    nearMisses(contract).map(({ value, how }) => ({ contract, artifact: value, how })),
  );
}

/** CT-001 to CT-007. */
export const CONTRACT_PACK = definePack({
  name: "contracts",
  title: "Contracts and the start of a turn",
  checks: [
    defineCheck({
      id: "CT-001",
      level: "MUST",
      title: "Valid events are accepted, invalid ones refused",
      requirements: ["CT-001", "CON-01", "CON-02", "CON-03"],
      text: "Valid event fixtures are accepted, invalid ones refused",
      source: "semantics.md section 9",
      needs: ["validation"],
      profiles: BOTH,
      categories: ["transport_adapter", "provider_adapter", "external_node_boundary"],
      schedule: judged(mixed("event")),
    }),
    defineCheck({
      id: "CT-002",
      level: "MUST",
      title: "Signals belong to their emitters",
      requirements: ["CT-002"],
      text: "Signal ownership is enforced, unknown signals are refused",
      source: "semantics.md sections 1 and 9",
      needs: ["validation"],
      profiles: BOTH,
      categories: ["transport_adapter", "provider_adapter"],
      schedule: judged(owned),
    }),
    scenarioCheck({
      id: "CT-003",
      title: "Only the legal transitions of a turn happen",
      requirements: [
        "CT-003",
        "TURN-T1",
        "TURN-T5",
        "TURN-T6",
        "TURN-T10",
        "TURN-T11",
        "INV-LIFE-01",
        "INV-LIFE-03",
        "INV-LIFE-06",
      ],
      text: "Legal transitions are accepted; illegal and pre-turn failure paths emit no lifecycle signals",
      source: "semantics.md sections 2 and 9",
      categories: ["external_node_boundary"],
    }),
    scenarioCheck({
      id: "CT-004",
      title: "A turn runs by a frozen plan",
      requirements: ["CT-004", "INV-PLAN-01", "INV-PLAN-02", "INV-PLAN-03"],
      text: "Frozen plan fields and provenance are present; equal inputs give an equal plan and hash",
      source: "semantics.md sections 3 and 9",
    }),
    defineCheck({
      id: "CT-005",
      level: "MUST",
      title: "Decision outcomes keep emitter, phase and scope",
      requirements: ["CT-005"],
      text: "Emitter, phase and scope rules of decision outcomes are enforced",
      source: "semantics.md section 9",
      needs: ["validation"],
      profiles: BOTH,
      schedule: judged(mixed("decision_outcome")),
    }),
    scenarioCheck({
      id: "CT-006",
      title: "A turn starts the same whatever its snapshots come from",
      requirements: ["CT-006", "TURN-T2"],
      text: "Turn start behaves the same for file, env and http snapshot sources, partial sources and stale snapshots; profiles that are not simple are refused before the turn",
      source: "semantics.md section 9",
    }),
    defineCheck({
      id: "CT-007",
      level: "MUST",
      title: "Every rule of every contract is enforced",
      requirements: ["CT-007"],
      text: "Each mistake that breaks exactly one rule of a contract is refused",
      source: "contracts-v1.md",
      needs: ["validation"],
      profiles: BOTH,
      rounds: (driver) => judgeAll(driver, everyMistake()),
    }),
  ],
});
