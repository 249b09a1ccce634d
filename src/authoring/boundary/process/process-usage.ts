/** What a process has used, as Linux tells it. Elsewhere nobody does, and nothing is measured. */
import { readFileSync } from "node:fs";

import type { LinkUsage } from "../outside/node-link.ts";

/** A hundred a second on every Linux that Node runs on. */
const MS_PER_TICK = 10;

/** CPU time and peak memory of the process itself, without what it has started; undefined where that is not told. */
export function readProcessUsage(pid: number): LinkUsage | undefined {
  try {
    const memory_mb = peakMemory(readFileSync(`/proc/${pid}/status`, "latin1"));
    const cpu_ms = cpuTime(readFileSync(`/proc/${pid}/stat`, "latin1"));
    return { cpu_ms, memory_mb };
  } catch {
    return undefined;
  }
}

/** The most that was resident at one time, in MiB, so that nothing is missed between two looks. */
export function peakMemory(status: string): number {
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return Number(peak ?? 0) / 1024;
}

/** User and system time, in ms. The name of the program, in parentheses, may contain anything. */
export function cpuTime(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}
