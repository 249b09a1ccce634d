/** Memory of a check over a long stream: the heap after a collection, and the most that the process ever had. */
import { createTraceChecker } from "@rspp/contracts/v1/trace";

import { syntheticStream } from "./synthetic-stream.ts";

const { gc } = globalThis as { readonly gc?: () => void };

/** What a long check took. */
export interface LongCheck {
  /** At every tenth of the stream. */
  readonly samples: readonly { readonly events: number; readonly heap: number; readonly resident: number }[];
  /** Most memory of the process, in bytes. */
  readonly peak: number;
  readonly perSecond: number;
  readonly notes: readonly string[];
}

/** Checks `events` events of `sessions` interleaved sessions, one at a time, and none of them is kept. */
export function measureMemory(events: number, sessions: number): LongCheck {
  const checker = createTraceChecker();
  const samples: { events: number; heap: number; resident: number }[] = [];
  let taken = 0;
  const started = performance.now();
  for (const event of syntheticStream(events, sessions)) {
    checker.push(event);
    taken += 1;
    if (taken % (events / 10) !== 0) continue;
    gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    samples.push({ events: taken, heap: heapUsed + external, resident: rss });
  }
  const seconds = (performance.now() - started) / 1000;
  const { violations, summary } = checker.end();
  if (violations[0] !== undefined) throw new Error(`Cannot measure: ${violations[0].message}`);
  const peak = process.resourceUsage().maxRSS * 1024;
  return { samples, peak, perSecond: events / seconds, notes: summary.notes };
}
