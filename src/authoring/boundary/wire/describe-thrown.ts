/** Something that was thrown, in words. */
import { quote } from "../../../internal/quote.ts";

/** The message of an error; anything else by what it is. Never throws itself. */
export function describeThrown(thrown: unknown): string {
  try {
    if (thrown instanceof Error) return thrown.message;
    return `${typeof thrown} ${quote(String(thrown), 200)}`;
  } catch {
    return "a value that cannot be read";
  }
}
