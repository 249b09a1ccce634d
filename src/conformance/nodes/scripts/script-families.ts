/** Families of random scripts, each after its own fashion. One run is judged by all rules, whichever family it is of. */
import fc, { type Arbitrary } from "fast-check";

import { BUDGET_OUTCOMES } from "../../../authoring/node/node-context.ts";
import type { NodeScript } from "../run/node-run.ts";
import { oddInput } from "./odd-inputs.ts";
import { inOrder, just, numbered, type PieceTerms, perhaps, scriptPieces, several } from "./script-pieces.ts";

/** Scripts of one fashion. */
export interface ScriptFamily {
  readonly name: string;
  /** Scripts of a quick run; a full one has ten times as many. */
  readonly runs: number;
  readonly scripts: Arbitrary<NodeScript>;
}

/** Entries of a calm run from which on many inputs make a run that is very long. */
const LONG_RUN = 120;

/** Inputs of one instant that a script has at most: enough for the 64 outputs that a node may hold back unless told. */
const MOST_INPUTS = 80;

const OPEN = just({ kind: "open_turn" });
const COMMIT = just({ kind: "commit_turn" });

/** The families for a node. */
export function scriptFamilies(terms: PieceTerms): readonly ScriptFamily[] {
  const { descriptor, facts } = terms;
  const { input, some, work, burst, moment, rest, long } = scriptPieces(terms);
  const [pause, goOn] = [just(rest), just(long)];
  const anyOutcome = fc
    .constantFrom(...BUDGET_OUTCOMES)
    .map((outcome): NodeScript => [{ kind: "exhaust_budget", outcome }]);
  const scope = fc.constantFrom("turn", "turn", "session", "node", "provider_invocation");
  const cancel = scope.map(
    (one): NodeScript => [one === "turn" ? { kind: "cancel" } : { kind: "cancel", scope: one }],
  );
  const interruption = fc.oneof(
    { weight: 4, arbitrary: cancel },
    { weight: 2, arbitrary: just({ kind: "barge_in" }) },
    { weight: 1, arbitrary: just({ kind: "abort_turn" }) },
  );
  const migrate = fc.constantFrom<NodeScript[]>(
    [{ kind: "migrate" }],
    [{ kind: "migrate", lose: ["session_hot"] }],
    [{ kind: "migrate", lose: ["session_hot", "turn_ephemeral"] }],
  );
  const rotate = just({ kind: "rotate_lease" });
  const ofProvider = fc
    .tuple(input, fc.constantFrom("call-1", "call-2"))
    .map(
      ([steps, provider_invocation_id]): NodeScript =>
        steps.map((step) =>
          step.kind === "input" ? { ...step, envelope: { provider_invocation_id } } : step,
        ),
    );
  const held = fc.oneof(
    just({ kind: "pause_output" }),
    fc.nat({ max: 2 }).map((amount): NodeScript => [{ kind: "grant_credit", amount }]),
  );
  const flow = fc.oneof(
    held,
    just({ kind: "resume_output" }),
    fc.integer({ min: 1, max: 3 }).map((amount): NodeScript => [{ kind: "grant_credit", amount }]),
  );
  const ofNoTurn = facts.isSessionScope
    ? input.map(
        (steps): NodeScript =>
          steps.map((step) => (step.kind === "input" ? { ...step, turn_id: null } : step)),
      )
    : input;
  const any = fc.oneof(
    { weight: 6, arbitrary: input },
    { weight: 3, arbitrary: moment },
    { weight: 3, arbitrary: OPEN },
    { weight: 2, arbitrary: COMMIT },
    { weight: 2, arbitrary: interruption },
    { weight: 1, arbitrary: anyOutcome },
    { weight: 1, arbitrary: migrate },
    { weight: 1, arbitrary: fc.oneof(rotate, just({ kind: "disconnect" }), just({ kind: "reconnect" })) },
    { weight: 1, arbitrary: fc.oneof(flow, just({ kind: "resume_output" })) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: -5000, max: 5000 }).map((ms): NodeScript => [{ kind: "skew_clock", ms }]),
    },
    { weight: 1, arbitrary: ofNoTurn },
  );
  const turn = inOrder(OPEN, work, moment);
  const family = (name: string, runs: number, scripts: Arbitrary<NodeScript>): ScriptFamily => ({
    name,
    runs,
    scripts: scripts.map(numbered),
  });
  const isOutside = descriptor.execution_mode === "external";
  const most = isOutside ? 12 : 30;
  // More than the node says that it holds back, as long as that is no more than a script can be asked to have.
  const overflow = descriptor.max_buffered + 4;
  const flood = input.map((one) => Array<NodeScript>(overflow).fill(one).flat());
  return [
    family(
      "lifecycle",
      24,
      several(inOrder(turn, perhaps(migrate), perhaps(goOn), perhaps(COMMIT), perhaps(pause)), {
        min: 1,
        max: 3,
      }),
    ),
    family(
      "envelope",
      24,
      several(inOrder(turn, perhaps(rotate), fc.oneof(ofProvider, work), goOn), { min: 1, max: 3 }),
    ),
    family(
      "scope",
      30,
      inOrder(
        perhaps(ofNoTurn),
        several(inOrder(turn, fc.oneof(COMMIT, just({ kind: "abort_turn" }), just()), perhaps(pause)), {
          min: 2,
          max: 4,
        }),
        input,
        goOn,
      ),
    ),
    family(
      "cancel",
      40,
      several(
        inOrder(
          OPEN,
          work,
          perhaps(held),
          moment,
          interruption,
          perhaps(moment),
          perhaps(cancel),
          pause,
          goOn,
        ),
        {
          min: 1,
          max: 2,
        },
      ).chain((script) => inOrder(just(...script), OPEN, work, goOn)),
    ),
    family(
      "budget",
      30,
      several(
        inOrder(OPEN, burst, moment, fc.oneof(anyOutcome, goOn), fc.oneof(goOn, pause), perhaps(work)),
        {
          min: 1,
          max: 2,
        },
      ),
    ),
    family(
      "backpressure",
      30,
      several(
        inOrder(
          OPEN,
          held,
          several(fc.oneof(some, some, moment, flow), { min: 2, max: 8 }),
          just({ kind: "resume_output" }),
          goOn,
        ),
        {
          min: 1,
          max: 2,
        },
      ),
    ),
    family(
      "overflow",
      facts.pools.length === 0 || overflow > MOST_INPUTS ? 0 : facts.longest_run > LONG_RUN ? 1 : 4,
      inOrder(OPEN, just({ kind: "pause_output" }), flood, goOn, just({ kind: "resume_output" }), goOn),
    ),
    family(
      "robustness",
      60,
      several(inOrder(turn, oddInput(facts), perhaps(input), perhaps(pause)), { min: 1, max: 4 }),
    ),
    family("any", 60, inOrder(OPEN, several(any, { min: 4, max: most }))),
  ];
}
