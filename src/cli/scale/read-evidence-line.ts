/** Reads the value of a line that is no turn as the ordinary path does: evidence in either form, artifacts, lists. */
import type { Diagnostic } from "../../contracts/core/diagnostic.ts";
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { readTurns } from "../evidence/evidence-turns.ts";

/** Its turns; where anything in it is broken, what is wrong first, because a line is read whole or not at all. */
export function readEvidenceLine(
  value: unknown,
): readonly TurnMetrics[] | Pick<Diagnostic, "message" | "path"> {
  const turns: TurnMetrics[] = [];
  let refused: Diagnostic | undefined;
  readTurns(value, {
    turn: (metrics) => turns.push(metrics),
    incomplete: () => {},
    refuse: (diagnostic) => {
      refused ??= diagnostic;
    },
  });
  // The compiler does not see that the sink was called.
  const first = refused as Diagnostic | undefined;
  return first === undefined ? turns : { message: first.message, path: first.path };
}
