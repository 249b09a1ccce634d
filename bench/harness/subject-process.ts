/** The process of one subject: measures slices when it is told to. */

/** What is measured: one call does `units` units of work. */
export interface Subject {
  readonly run: () => unknown;
  readonly units: number;
}

/** Name and scene of the subject that this process measures, or undefined in the process that directs. */
export function subjectOfThisProcess(): { readonly name: string; readonly scene: string } | undefined {
  const [flag, name, scene] = process.argv.slice(2);
  return flag === "--subject" && name !== undefined ? { name, scene: scene ?? "" } : undefined;
}

/** Measures the subject until the directing process lets go. */
export function serveSubject(subject: Subject): void {
  process.on("message", async (leastMs: number) => {
    process.send?.(await slice(subject, leastMs));
  });
}

/** Nanoseconds a unit over at least `leastMs` milliseconds. */
async function slice({ run, units }: Subject, leastMs: number): Promise<number> {
  (globalThis as { readonly gc?: () => void }).gc?.();
  const start = performance.now();
  let calls = 0;
  let passed = 0;
  do {
    const result = run();
    if (result instanceof Promise) await result;
    calls += 1;
    passed = performance.now() - start;
  } while (passed < leastMs);
  return (passed * 1e6) / (calls * units);
}
