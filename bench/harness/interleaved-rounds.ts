/**
 * Measures subjects side by side, each in a process of its own: what the engine learns about one subject,
 * and the garbage that it leaves, cannot spoil another. Only one process works at a time, in interleaved
 * rounds of changing order, so that a machine that slows down does so for all of them.
 */
import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { once } from "node:events";

import { median, spread } from "./statistics.ts";

/** How long to measure. */
export interface RoundOptions {
  readonly rounds: number;
  /** Least duration of a slice, in milliseconds. */
  readonly sliceMs: number;
  readonly warmUpMs: number;
}

/** Measured cost of one subject. */
export interface Measurement {
  readonly name: string;
  /** Nanoseconds a unit, median of the rounds. */
  readonly nanoseconds: number;
  readonly spread: number;
  /** Nanoseconds a unit of every round. */
  readonly rounds: readonly number[];
}

/** Measures the subjects of this benchmark; `scene` tells their processes what to measure them on. */
export async function measureRounds(
  names: readonly string[],
  options: RoundOptions,
  scene = "",
): Promise<Measurement[]> {
  const { rounds, sliceMs, warmUpMs } = options;
  const taken = names.map((): number[] => []);
  const processes = names.map((name) => start(name, scene));
  for (const process of processes) await slice(process, warmUpMs);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      // Odd rounds go backwards, and every round starts with another subject.
      const place = (turn + round) % names.length;
      const index = round % 2 === 0 ? place : names.length - 1 - place;
      taken[index]!.push(await slice(processes[index]!, sliceMs));
    }
  }
  for (const process of processes) process.disconnect();
  return names.map((name, index) => ({
    name,
    nanoseconds: median(taken[index]!),
    spread: spread(taken[index]!),
    rounds: taken[index]!,
  }));
}

const start = (name: string, scene: string): ChildProcess =>
  fork(process.argv[1] as string, ["--subject", name, scene], { execArgv: process.execArgv });

async function slice(subject: ChildProcess, leastMs: number): Promise<number> {
  subject.send(leastMs);
  const [answer] = await Promise.race([
    once(subject, "message"),
    once(subject, "exit").then(([code]): never => {
      throw new Error(`Cannot measure: expected an answer but the process of the subject ended with ${code}`);
    }),
  ]);
  return answer as number;
}

/** How many times the time of the reference: the median of the ratios within the rounds. */
export function ratioTo(reference: Measurement, measured: Measurement): number {
  return median(measured.rounds.map((time, round) => time / reference.rounds[round]!));
}
