/** Broken runtimes whose answers are right but for what holds of every run: envelopes, numbers, causes, evidence. */
import type { JsonObject, Stimulus } from "../../contracts/conformance/stimulus.ts";
import { answering, emitting, type Mutant, mishearing, withSignal } from "./mutant.ts";

type Wrap = NonNullable<Mutant["wrap"]>;

/** A runtime that writes evidence in another way; of some turns more than once. */
const evidencing = (change: (entry: JsonObject) => readonly JsonObject[]): Wrap =>
  answering((outcome) => ({
    ...outcome,
    ...(outcome.evidence && { evidence: outcome.evidence.flatMap(change) }),
  }));

/** A runtime that does not answer some stimuli because of what it remembers of earlier ones. */
const remembering =
  (hears: () => (stimulus: Stimulus) => boolean): Wrap =>
  (runtime) => {
    let isHeard = hears();
    return {
      capabilities: runtime.capabilities,
      reset(start) {
        isHeard = hears();
        runtime.reset(start);
      },
      apply: (stimuli) => runtime.apply(stimuli.filter((stimulus) => isHeard(stimulus))),
    };
  };

/** Killed by what holds of every run, or by the other names of lives. */
export const STREAM_MUTANTS: readonly Mutant[] = [
  {
    id: "version-of-its-own",
    check: "CT-003",
    code: "pipeline_version_wrong",
    about: "Events carry a version of the runtime instead of that of the pipeline",
    wrap: emitting((event) => ({ ...event, pipeline_version: "runtime-2" })),
  },
  {
    id: "version-built-in",
    check: "MB-001",
    code: "pipeline_version_wrong",
    about: "The version of the pipeline is the one that the kit mostly uses",
    wrap: mishearing((stimulus) =>
      stimulus.kind === "open_session" ? { ...stimulus, pipeline_version: "pipeline-v1" } : stimulus,
    ),
  },
  {
    id: "epoch-ahead",
    check: "CT-003",
    code: "epoch_not_current",
    about: "The epoch of every event is one too high",
    wrap: emitting((event) => ({ ...event, authority_epoch: Number(event["authority_epoch"]) + 1 })),
  },
  {
    id: "admits-into-nowhere",
    check: "CT-003",
    code: "session_not_open",
    about: "Admissions are told of a session that there is not",
    wrap: withSignal("admit", (event) => ({ ...event, session_id: "nobody" })),
  },
  {
    id: "numbers-from-100",
    check: "CT-003",
    code: "runtime_sequence_wrong",
    about: "Numbers do not begin with 1",
    wrap: emitting((event) => ({ ...event, runtime_sequence: Number(event["runtime_sequence"]) + 100 })),
  },
  {
    id: "handoffs-out-of-nothing",
    check: "CT-003",
    code: "uncaused_event",
    about: "Each proposal is told as the handoff of a session",
    wrap: withSignal("turn_open_proposed", (event) => ({
      ...event,
      signal: "session_handoff",
      emitted_by: "CP-08",
    })),
  },
  {
    id: "admits-the-refused",
    check: "CT-006",
    code: "misplaced_signal",
    about: "A proposal is told as admitted before it is refused",
    wrap: withSignal("turn_open_proposed", (event) => ({
      ...event,
      signal: "admit",
      emitted_by: "RK-25",
      reason: "admission_capacity_allow",
    })),
  },
  {
    id: "one-merge-group",
    check: "ML-002",
    code: "merge_lineage_reused",
    about: "Every merged record is of the same group",
    wrap: emitting((event) =>
      event["merge_group_id"] === undefined ? event : { ...event, merge_group_id: "merge" },
    ),
  },
  {
    id: "evidence-twice",
    check: "CF-004",
    code: "evidence_of_no_end",
    about: "Evidence is given twice",
    wrap: evidencing((entry) => [entry, entry]),
  },
  {
    id: "acknowledged-before-cancel",
    check: "CF-004",
    code: "evidence_not_of_stream",
    about: "Evidence has an acknowledgement from before the cancel",
    wrap: evidencing((entry) => [{ ...entry, cancel_ack_at_ms: -1 }]),
  },
  {
    id: "decisions-of-another-turn",
    check: "CF-004",
    code: "evidence_not_of_stream",
    about: "Evidence has the decisions of another turn",
    wrap: evidencing((entry) => [
      {
        ...entry,
        decision_outcomes: (entry["decision_outcomes"] as readonly JsonObject[]).map((one) => ({
          ...one,
          turn_id: "another",
        })),
      },
    ]),
  },
  {
    id: "two-sessions-at-most",
    check: "MB-001",
    code: "missing_refusal",
    about: "The third session is not heard",
    wrap: remembering(() => {
      const open = new Set<string>();
      return (stimulus) => {
        if (stimulus.kind === "open_session" && open.size < 2) open.add(stimulus.session_id);
        return !("session_id" in stimulus) || open.has(stimulus.session_id);
      };
    }),
  },
];
