/** Replay (OR-03): goes through the journal of a session again and says where the candidate differs. */
import type { Replay } from "../contracts/conformance/stimulus.ts";
import type { SessionState } from "./session-state.ts";
import type { World } from "./world.ts";

/** Answers with the divergences of the candidate from the record. */
export function replay(world: World, session: SessionState, stimulus: Replay) {
  const { candidate_plan, delay_ms = 0, timing_tolerance_ms } = stimulus;
  const divergences = session.journal.flatMap(({ turn_id, name }) => {
    const scope = `turn:${turn_id}`;
    const found = [];
    if (name === "turn_open" && candidate_plan !== undefined && differs(session, candidate_plan))
      found.push({
        class: "PLAN_DIVERGENCE",
        scope,
        message: "Plan or snapshot provenance differs from the recorded one",
      });
    if (name === "turn_open" && delay_ms > timing_tolerance_ms)
      found.push({
        class: "TIMING_DIVERGENCE",
        scope,
        message: `Later than recorded by ${delay_ms} ms`,
        diff_ms: delay_ms,
      });
    return found;
  });
  const classes = world.parts.replayClasses(divergences.map((divergence) => divergence.class));
  world.answer.divergences = divergences.filter((divergence) => classes.includes(divergence.class));
}

/** The plan of the session, but for what a turn makes its own. */
function differs({ plan }: SessionState, candidate: SessionState["plan"]): boolean {
  const own = { turn_id: "", plan_hash: "", authority_epoch: 0 };
  return JSON.stringify(sorted({ ...plan, ...own })) !== JSON.stringify(sorted({ ...candidate, ...own }));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
