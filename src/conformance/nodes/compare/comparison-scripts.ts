/** Scripts for comparisons. Each keeps to what its comparison can tell, as the comparison itself explains. */
import fc, { type Arbitrary } from "fast-check";
import type { HookName } from "../../../authoring/harness/node-step.ts";
import { BUDGET_OUTCOMES } from "../../../authoring/node/node-context.ts";
import type { NodeScript } from "../run/node-run.ts";
import {
  advance,
  inOrder,
  just,
  numbered,
  type PieceTerms,
  perhaps,
  scriptPieces,
  several,
} from "../scripts/script-pieces.ts";

interface Scripts {
  readonly runs: number;
  readonly scripts: Arbitrary<NodeScript>;
}

const OPEN = just({ kind: "open_turn" });
const COMMIT = just({ kind: "commit_turn" });
const CANCEL = just({ kind: "cancel" });

/** The scripts by comparison. */
export function comparisonScripts(terms: PieceTerms) {
  const { descriptor, facts } = terms;
  const { input, work, burst, moment, rest, long } = scriptPieces(terms);
  const [pause, goOn] = [just(rest), just(long)];
  const outcome = fc
    .constantFrom(...BUDGET_OUTCOMES)
    .map((one): NodeScript => [{ kind: "exhaust_budget", outcome: one }]);
  const end = fc.oneof(COMMIT, CANCEL, just({ kind: "barge_in" }), just());
  const quiet = advance(Math.max(300, Math.min(facts.longest_tail + facts.longest_call, 10_000) + 50));
  const scripts = (runs: number, one: Arbitrary<NodeScript>): Scripts => ({
    runs,
    scripts: one.map(numbered),
  });
  const struck = fc
    .constantFrom<HookName[]>("init", "start", "process", "onCancel", "onBargeIn", "onBudgetExhausted")
    .chain((hook) =>
      fc
        .constantFrom<("throw" | "hang")[]>("throw", hook === "process" ? "throw" : "hang")
        .map(
          (fault): NodeScript => [
            { kind: "inject_fault", hook, fault },
            ...(hook === "init" || hook === "start"
              ? [{ kind: "migrate" } as const, { kind: "open_turn" } as const]
              : []),
          ],
        ),
    );
  const provoke = fc.constantFrom<NodeScript[]>(
    [{ kind: "cancel" }],
    [{ kind: "barge_in" }],
    [{ kind: "exhaust_budget" }],
    [],
  );
  // Several ports at one instant, where there are several.
  const ports = facts.pools.map(({ type, good }) =>
    fc.constantFrom(...good).map((payload): NodeScript => [{ kind: "input", type, payload }]),
  );
  const meeting = ports.length < 2 ? burst : inOrder(...ports.map(perhaps), input);
  const isFinal = descriptor.streaming === "final";
  return {
    repeats: scripts(
      20,
      several(inOrder(OPEN, work, moment, fc.oneof(outcome, just()), perhaps(goOn), end, perhaps(pause)), {
        min: 1,
        max: 3,
      }),
    ),
    stops: scripts(24, inOrder(OPEN, perhaps(work), struck, work, moment, provoke, just(advance(300)))),
    sessions: scripts(12, several(inOrder(OPEN, work, moment, end, perhaps(pause)), { min: 1, max: 3 })),
    moves: scripts(
      descriptor.state.includes("session_durable") ? 12 : 0,
      several(inOrder(OPEN, work, goOn, COMMIT, just(quiet)), { min: 2, max: 3 }),
    ),
    cancels: scripts(
      24,
      several(inOrder(OPEN, work, moment, fc.oneof(CANCEL, COMMIT), just(advance(300), advance(300))), {
        min: 1,
        max: 2,
      }).chain((script) => inOrder(just(...script), OPEN, work, goOn)),
    ),
    pressure: scripts(
      24,
      inOrder(OPEN, isFinal ? burst : several(burst, { min: 1, max: 2 }), just(quiet), input, just(quiet)),
    ),
    merges: scripts(
      descriptor.merge === "order_free" && ports.length > 1 ? 30 : 0,
      inOrder(OPEN, several(inOrder(meeting, perhaps(moment)), { min: 1, max: 4 }), just(quiet)),
    ),
    inside: scripts(
      descriptor.execution_mode === "in_process" ? 0 : 15,
      several(inOrder(OPEN, work, moment, end, perhaps(pause)), { min: 1, max: 2 }),
    ),
  };
}
