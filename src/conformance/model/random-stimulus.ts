/** Random stimuli: anything that may happen to a session, of the capabilities that a subject declares. */
import fc from "fast-check";

import type { SubjectCapability } from "../../contracts/conformance/capability.ts";
import type { Stimulus } from "../../contracts/conformance/stimulus.ts";
import { STANDARD_PLAN } from "../scenario/standard-plan.ts";

/** What a family of stimuli is about. */
type Families = Partial<Record<SubjectCapability, readonly fc.Arbitrary<object>[]>>;

const turn_id = fc.constantFrom("t1", "t2", "t3");
/** Around the epoch of a session that was just opened. */
const authority_epoch = fc.integer({ min: 5, max: 12 });
/** A life has two edges, so that enough happens on each. */
const PLACES = ["first edge", "second edge"] as const;
const edge_id = fc.constantFrom(...PLACES);
/** The edges of the plan on which nothing happens that the subject does not declare. */
function edgesFor(capabilities: readonly SubjectCapability[]): readonly string[] {
  const policies = Object.entries(STANDARD_PLAN.edge_buffer_policies);
  return policies.flatMap(([name, { strategy, sync_drop_policy }]) => {
    const isBeyond =
      (strategy === "merge" && !capabilities.includes("merge")) ||
      (sync_drop_policy !== undefined && !capabilities.includes("sync"));
    return name === "default" || isBeyond ? [] : [name];
  });
}
const provider_invocation_id = fc.constantFrom("inv-1", "inv-2");
const node_id = fc.constantFrom("n1", "n2");
const lane = fc.constantFrom("DataLane", "TelemetryLane");
const sync_id = fc.constantFrom("g1", "g2");
const text = fc.constant("x");
const is = <const K extends string>(kind: K) => ({ kind: fc.constant(kind) });

const FAMILIES: Families = {
  turns: [
    fc.record({ ...is("propose_turn"), turn_id }),
    fc.record({ ...is("propose_turn"), turn_id }),
    fc.record({ ...is("complete_turn"), turn_id }),
    fc.record({ ...is("output"), turn_id, text }),
    fc.record({ ...is("output"), turn_id, text }),
  ],
  cancel: [
    fc.record({ ...is("cancel"), scope: fc.constant("turn"), turn_id }),
    fc.record({ ...is("cancel"), scope: fc.constant("session") }),
    fc.record({ ...is("cancel"), scope: fc.constant("node"), turn_id, node_id }),
    fc.record({
      ...is("cancel"),
      scope: fc.constant("provider_invocation"),
      turn_id,
      provider_invocation_id,
    }),
    fc.record({ ...is("output"), turn_id, text, node_id }),
    fc.record({ ...is("output"), turn_id, text, provider_invocation_id }),
    fc.record({ ...is("barge_in"), turn_id }),
    fc.record({ ...is("cancel_ack"), turn_id }),
  ],
  playback: [fc.record({ ...is("playback"), turn_id, phase: fc.constantFrom("started", "completed") })],
  authority: [
    fc.record({ ...is("lease"), change: fc.constantFrom("rotate", "issue"), authority_epoch }),
    fc.record({ ...is("lease"), change: fc.constant("revoke") }),
    fc.record({ ...is("output"), turn_id, text, authority_epoch }),
    fc.record({ ...is("propose_turn"), turn_id, authority_epoch }),
  ],
  migration: [fc.record({ ...is("migrate"), authority_epoch })],
  admission: [
    fc.record({
      ...is("snapshot"),
      state: fc.constantFrom("fresh", "fresh", "stale", "missing", "partial", "incompatible"),
      source: fc.constantFrom("file", "env", "http"),
      on_failure: fc.constantFrom("defer", "reject"),
    }),
    fc.record({
      ...is("quota"),
      at: fc.constantFrom("session", "edge_enqueue", "edge_dequeue", "node_dispatch"),
      exhausted: fc.boolean(),
      outcome: fc.constantFrom("reject", "defer"),
    }),
  ],
  budgets: [
    fc.record({ ...is("node_fault"), turn_id, node_id, fault: fc.constantFrom("throw", "hang", "hang") }),
    fc.record({ ...is("output"), turn_id, text, node_id }),
  ],
  providers: [
    fc.record({
      ...is("provider_start"),
      turn_id,
      provider_invocation_id,
      modality: fc.constantFrom("stt", "llm", "tts"),
    }),
    fc.record({
      ...is("provider_fault"),
      turn_id,
      provider_invocation_id,
      fault: fc.constantFrom("timeout", "rate_limit", "disconnect"),
    }),
    fc.record({ ...is("output"), turn_id, text, provider_invocation_id }),
  ],
  edges: [
    fc.record({ ...is("edge_offer"), turn_id, edge_id, lane, items: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ ...is("edge_take"), edge_id, items: fc.nat(8) }),
    fc.record({ ...is("edge_credit"), edge_id, lane, amount: fc.integer({ min: 1, max: 9 }) }),
  ],
  sync: [
    fc.record({
      ...is("edge_offer"),
      turn_id,
      edge_id,
      lane,
      items: fc.integer({ min: 1, max: 9 }),
      sync_id,
    }),
    fc.record({ ...is("sync_loss"), turn_id, edge_id, sync_id }),
  ],
  connection: [
    fc.record({
      ...is("connection"),
      state: fc.constantFrom("connected", "reconnecting", "disconnected", "silence", "stall"),
      teardown: fc.boolean(),
    }),
  ],
  recording: [fc.record({ ...is("recorder"), state: fc.constantFrom("ok", "pressure", "unavailable") })],
};

const SESSIONS = ["sess-1", "sess-2"];

/** The stimulus in a session. Turn ids are not shared: evidence names the turn and not the session. */
function ofSession(stimulus: object, session_id: string): Stimulus {
  const isOther = session_id !== SESSIONS[0] && "turn_id" in stimulus;
  return { ...stimulus, session_id, ...(isOther && { turn_id: `other-${stimulus.turn_id}` }) } as Stimulus;
}

/** The stimulus on the edge that stands at its place. */
function onEdge(stimulus: Stimulus, chosen: readonly [string, string]): Stimulus {
  if (!("edge_id" in stimulus)) return stimulus;
  const edge_id = chosen[PLACES.indexOf(stimulus.edge_id as (typeof PLACES)[number])] ?? chosen[0];
  const policy = STANDARD_PLAN.edge_buffer_policies[edge_id]?.sync_drop_policy?.policy;
  // Whether the loss of what is of no group is a break of the domain is the runtime's to say.
  const isGrouped = stimulus.kind === "edge_offer" && policy === "drop_with_discontinuity";
  return { ...(isGrouped && { sync_id: "g1" }), ...stimulus, edge_id } as Stimulus;
}

/** What a random life is made of. */
export interface LifeOptions {
  /** What the subject declares. */
  readonly capabilities: readonly SubjectCapability[];
  /** What the check is about; the rest does not happen. */
  readonly about: readonly SubjectCapability[];
}

/**
 * Instants of a random life of two sessions, from after they were opened: mostly one stimulus, sometimes several
 * that meet, with time passing in between. Sessions interleave.
 */
export function randomLife({ capabilities, about }: LifeOptions): fc.Arbitrary<Stimulus[][]> {
  const families = about
    .filter((capability) => capabilities.includes(capability))
    .flatMap((capability) => FAMILIES[capability] ?? []);
  const session_id = fc.oneof({ weight: 4, arbitrary: fc.constant(SESSIONS[0]) }, fc.constant(SESSIONS[1]));
  const stimulus = fc
    .tuple(fc.oneof(...families), session_id)
    .map(([one, session]) => ofSession(one, session as string));
  const meeting = fc.oneof(
    { weight: 4, arbitrary: stimulus.map((one) => [one]) },
    { weight: 1, arbitrary: fc.array(stimulus, { minLength: 2, maxLength: 3 }) },
  );
  const pause = fc
    .oneof(fc.nat(60), fc.nat(300), fc.nat(2500))
    .map((ms): Stimulus[] => (ms === 0 ? [] : [{ kind: "advance", ms }]));
  const life = fc.array(fc.oneof({ weight: 4, arbitrary: meeting }, { weight: 1, arbitrary: pause }), {
    minLength: 1,
    maxLength: 40,
    size: "max",
  });
  // Most lives begin with a turn: without one little happens.
  const edges = fc.constantFrom(...edgesFor(capabilities));
  const begins = fc.constantFrom<Stimulus[][]>(
    [],
    [FIRST_TURN],
    [FIRST_TURN],
    // Edges whose consumers take on demand only, so that what is offered waits.
    ...(about.includes("edges") && capabilities.includes("edges")
      ? [WAITING, WAITING, WAITING]
      : [[FIRST_TURN]]),
  );
  return fc
    .tuple(begins, life, fc.tuple(edges, edges))
    .map(([first, rest, chosen]) =>
      [...first, ...rest]
        .filter(({ length }) => length > 0)
        .map((stimuli) => stimuli.map((one) => onEdge(one, chosen))),
    );
}

const WAITING: Stimulus[][] = [
  [{ kind: "propose_turn", session_id: "sess-1", turn_id: "t1" }],
  PLACES.map((edge_id) => ({ kind: "edge_take", session_id: "sess-1", edge_id, items: 0 })),
];
const FIRST_TURN: Stimulus[] = [{ kind: "propose_turn", session_id: "sess-1", turn_id: "t1" }];

/** The sessions of a random life. */
export const LIFE_SESSIONS: readonly string[] = SESSIONS;
