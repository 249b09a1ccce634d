/**
 * Measures subjects side by side in interleaved rounds, each round in another order, so that a machine
 * that slows down or speeds up does so for all of them. Ratios are medians of the ratios within rounds.
 */
import { median, spread } from "./statistics.ts";

/** What is measured: one call does `units` units of work. */
export interface Subject {
  readonly name: string;
  readonly run: () => unknown;
  /** Units of work of one call. */
  readonly units: number;
}

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

declare const globalThis: { readonly gc?: () => void };

/** Nanoseconds a unit over at least `leastMs` milliseconds. */
function slice({ run, units }: Subject, leastMs: number): number {
  globalThis.gc?.();
  const start = process.hrtime.bigint();
  const end = start + BigInt(Math.round(leastMs * 1e6));
  let calls = 0;
  let now = start;
  do {
    run();
    calls += 1;
    now = process.hrtime.bigint();
  } while (now < end);
  return Number(now - start) / (calls * units);
}

/** Measures all subjects. */
export function measureRounds(subjects: readonly Subject[], options: RoundOptions): Measurement[] {
  const { rounds, sliceMs, warmUpMs } = options;
  const taken = subjects.map((): number[] => []);
  for (const subject of subjects) slice(subject, warmUpMs);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < subjects.length; turn += 1) {
      const index = (turn * step(subjects.length, round) + round) % subjects.length;
      taken[index]!.push(slice(subjects[index]!, sliceMs));
    }
  }
  return subjects.map(({ name }, index) => ({
    name,
    nanoseconds: median(taken[index]!),
    spread: spread(taken[index]!),
    rounds: taken[index]!,
  }));
}

/** A stride that visits every subject once and changes from round to round. */
function step(count: number, round: number): number {
  const strides = Array.from({ length: count }, (_, index) => index + 1).filter(
    (stride) => stride < Math.max(count, 2) && greatestCommonDivisor(stride, count) === 1,
  );
  return strides[round % strides.length] ?? 1;
}

const greatestCommonDivisor = (left: number, right: number): number =>
  right === 0 ? left : greatestCommonDivisor(right, left % right);

/** How many times the time of the reference: the median of the ratios within the rounds. */
export function ratioTo(reference: Measurement, measured: Measurement): number {
  return median(measured.rounds.map((time, round) => time / reference.rounds[round]!));
}
