/** What a report knows of all turns of a run when it is given only some of them. */
import type { LatencyHistogram } from "../../latency-histogram.ts";
import type { MvpSloViolationCode } from "../../slo-report.ts";
import type { CountingGateId, LatencyGateId } from "../turn-figures.ts";
import type { OffenceCells } from "./offence-cells.ts";

/** A run of which some turns were kept. Everything but the indexes is about all of its turns. */
export interface SampledRun {
  /** Place in the run of each kept turn, from 0, ascending. */
  readonly indexes: readonly number[];
  /** The latencies in ms that a gate measured. */
  readonly latencies: Readonly<Record<LatencyGateId, LatencyHistogram>>;
  readonly offences: Readonly<Record<CountingGateId, OffenceCells>>;
  /** Turns that stand out in a gate, and how many of them were kept. */
  readonly standingOut: { readonly total: number; readonly kept: number };
  /** Of every so many turns one was kept to show how the run goes along. */
  readonly blockLength: number;
  /** Violations of turns that the report does not list, by code; a code of which it lists all is absent. */
  readonly omitted: Readonly<Partial<Record<MvpSloViolationCode, number>>>;
}
