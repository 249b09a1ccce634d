/** The reason of a cancel token: what a node throws because of it is no failure. */

/** Name of the errors. */
const NAME = "TurnCancelled";

/** The reason that `ctx.cancel` gives when work is not wanted any more. */
export function turnCancelled(reason: string): Error {
  const error = new Error(reason);
  error.name = NAME;
  return error;
}

/** Whether an error is there because of a cancel, or of an error that is. */
export function isOfCancel(error: unknown, reason: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1)
    if (at === reason || at.name === "AbortError" || at.name === NAME) return true;
  return error === reason;
}
