/** Containment in one process: whatever a runtime throws, rejects or never settles becomes a value. */
import { quote } from "../../internal/quote.ts";
import { isUnsupported } from "./unsupported-stimulus-error.ts";

/** What came of an action. */
export type Contained<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: "threw" | "hung" | "unsupported"; readonly message: string };

/**
 * Carries out an action and waits for its promise, if it gives one, for so many ms at most. What blocks the
 * thread cannot be contained here; a subject in a process of its own can.
 */
export async function contain<T>(
  action: () => T | PromiseLike<T>,
  { timeoutMs }: { readonly timeoutMs: number },
): Promise<Contained<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const given = action();
    if (!isThenable(given)) return { ok: true, value: given };
    const hung = new Promise<"hung">((resolve) => {
      timer = setTimeout(resolve, timeoutMs, "hung");
    });
    const settled = Promise.resolve(given).then((value) => ({ value }));
    const first = await Promise.race([settled, hung]);
    if (first !== "hung") return { ok: true, value: first.value };
    return { ok: false, why: "hung", message: `expected a promise that settles within ${timeoutMs} ms` };
  } catch (thrown) {
    const why = isUnsupported(thrown) ? "unsupported" : "threw";
    return { ok: false, why, message: describeThrown(thrown) };
  } finally {
    clearTimeout(timer);
  }
}

const isThenable = <T>(given: T | PromiseLike<T>): given is PromiseLike<T> =>
  typeof (given as PromiseLike<T> | undefined)?.then === "function";

/** Something that was thrown, in words. Never throws itself. */
export function describeThrown(thrown: unknown): string {
  try {
    if (thrown instanceof Error) return `${thrown.name}: ${thrown.message}`.slice(0, 500);
    return `${typeof thrown} ${quote(String(thrown), 200)}`;
  } catch {
    return "a value that cannot be read";
  }
}
