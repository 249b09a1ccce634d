/** The declared answer to an input that a node cannot take. */

/** Thrown by `process`: the input is refused (outcome `blocked`), the node goes on. */
export class RefusedInput extends Error {
  override readonly name = "RefusedInput";
}

/** Whether an error is a refusal, also one of another copy of this package. */
export const isRefusal = (error: unknown): error is RefusedInput =>
  error instanceof Error && error.name === "RefusedInput";
