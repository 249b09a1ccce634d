/** Operator commands: the same report for the same state, and closed on a configuration that is not understood. */
import type { Operate } from "../contracts/conformance/stimulus.ts";
import { validate } from "../validators/validate.ts";
import type { World } from "./world.ts";

/** Answers with a report. */
export function operate(world: World, { command, configuration }: Operate) {
  const problem = problemOf(command, configuration);
  const sessions = [...world.sessions.values()].map(({ session_id, epoch, active }) => ({
    session_id,
    authority_epoch: epoch,
    ...(active !== undefined && { active_turn: active.turn_id }),
  }));
  world.answer.report =
    problem === undefined ? { ok: true, command, sessions } : { ok: false, command, reason: problem };
}

function problemOf(command: Operate["command"], configuration: Operate["configuration"]): string | undefined {
  const names = Object.keys(configuration);
  if (command === "status")
    return names.length === 0 ? undefined : `Unknown member "${names[0]}": expected none`;
  if (command === "drain") {
    const isWhole = names.length === 1 && typeof configuration["session_id"] === "string";
    return isWhole ? undefined : "Expected session_id and nothing else";
  }
  const result = validate("session_bootstrap", configuration);
  return result.ok ? undefined : result.diagnostics[0]?.message;
}
