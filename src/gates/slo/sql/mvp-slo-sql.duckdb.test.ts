/** The SQL of the gates, answered by DuckDB, against the accumulator over the same turns. */
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";

import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import { TURN_MARKERS } from "../../../evidence/turn-markers.ts";
import { createMvpSloAccumulator } from "../mvp-slo-accumulator.ts";
import type { MvpSloGateOptions } from "../slo-options.ts";
import { openTurnDatabase, rowOf } from "./duckdb.test-kit.ts";
import { mvpSloSql } from "./mvp-slo-sql.ts";
import { mvpSloSqlSource } from "./turn-columns.ts";

const database = await openTurnDatabase();
if (database === undefined)
  console.warn("Skipping the gates in DuckDB: it is not installed for this machine");
afterAll(() => database?.close());

const time = fc.oneof({ weight: 9, arbitrary: fc.nat(2500) }, { weight: 1, arbitrary: fc.maxSafeNat() });
const often = fc.nat(9).map((roll) => roll > 0);
const turn: fc.Arbitrary<TurnMetrics> = fc
  .record({
    turn_id: fc.oneof(fc.nat(20).map(String), fc.string({ minLength: 1, unit: "grapheme" })),
    accepted: often,
    happy_path: often,
    markers: fc.array(fc.tuple(fc.constantFrom(...TURN_MARKERS), time), { minLength: 6, maxLength: 24 }),
    baseline_complete: often,
    accepted_stale_epoch_output: often.map((happened) => !happened),
    terminal_events: fc.oneof(
      fc.constantFrom<string[]>(["commit", "close"], ["abort", "close"]),
      fc.array(fc.constantFrom("commit", "abort", "close", "it's", "[commit]", 'a"b'), { maxLength: 4 }),
    ),
  })
  .map(({ markers, ...others }) => ({ ...others, ...Object.fromEntries(markers) }));

/** Some runs have no markers of one kind, or of two, at all. */
const run = fc
  .record({
    turns: fc.array(turn, { maxLength: 60 }),
    absent: fc.subarray(["playback_started_at_ms", "turn_terminal_at_ms", "cancel_accepted_at_ms"] as const),
    isRefused: fc.nat(9).map((roll) => roll === 0),
  })
  .map(({ turns, absent, isRefused }) =>
    turns.map((sample): TurnMetrics => {
      const left = { ...sample, accepted: sample.accepted && !isRefused };
      for (const marker of absent) delete left[marker];
      return left;
    }),
  );

const options: fc.Arbitrary<MvpSloGateOptions> = fc.record(
  {
    anchor: fc.constantFrom("auto", "playback", "terminal"),
    requireEndToEnd: fc.boolean(),
    thresholds: fc.record(
      {
        first_output_p95_ms: fc.nat(2500),
        end_to_end_p50_ms: fc.nat(2500),
        stale_epoch_accepted_outputs: fc.nat(9),
        baseline_completeness_ratio: fc.double({ min: 0, max: 1, noNaN: true }),
        terminal_correctness_ratio: fc.constantFrom(0, 1e-7, 1 / 3, 0.9, 1),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

const accumulated = (turns: readonly TurnMetrics[], chosen: MvpSloGateOptions) => {
  const accumulator = createMvpSloAccumulator(chosen);
  for (const sample of turns) accumulator.add(sample);
  return accumulator.report();
};

describe("the gates in DuckDB", () => {
  const ask = (turns: readonly unknown[], query: (path: string) => string) =>
    database.ask(
      turns.map((sample) => JSON.stringify(sample)),
      query,
    );

  it("give the figures, verdicts and counts of the accumulator", async () => {
    const form = fc.constantFrom("list" as const, "json" as const);
    await fc.assert(
      fc.asyncProperty(
        run,
        options,
        form,
        fc.boolean(),
        async (turns, chosen, terminalEvents, checkTurns) => {
          const row = await ask(turns, (path) =>
            mvpSloSql({
              ...chosen,
              from: mvpSloSqlSource(path, { terminalEvents }),
              terminalEvents,
              checkTurns,
            }),
          );
          expect(row).toEqual(rowOf(accumulated(turns, chosen)));
        },
      ),
      { seed: 41, numRuns: 60 },
    );
  });

  it("find the nearest rank, whatever the number of turns leaves over", async () => {
    const good = (index: number): TurnMetrics => ({
      turn_id: `t${index}`,
      accepted: true,
      happy_path: true,
      turn_open_proposed_at_ms: 0,
      turn_open_at_ms: index,
      first_output_at_ms: 3 * index,
      turn_terminal_at_ms: 5 * index,
      baseline_complete: true,
      accepted_stale_epoch_output: false,
      terminal_events: ["commit", "close"],
    });
    for (const count of [1, 2, 3, 19, 20, 21, 22, 39, 40, 41, 59, 60, 61, 99, 100, 101, 999, 1000, 1001]) {
      const turns = Array.from({ length: count }, (_, index) => good(index));
      const row = await ask(turns, (path) => mvpSloSql({ from: mvpSloSqlSource(path) }));
      expect(row).toEqual(rowOf(accumulated(turns, {})));
    }
  });

  it("would notice another rule", async () => {
    const turns = [{ accepted: true, happy_path: true, turn_id: "t", terminal_events: ["close"] }];
    const sample = { ...turns[0], baseline_complete: true, accepted_stale_epoch_output: false };
    const query = (path: string) => mvpSloSql({ from: mvpSloSqlSource(path) });
    const broken = (path: string) => query(path).replace("['commit', 'close']", "['close']");
    const expected = rowOf(accumulated([sample as TurnMetrics], {}));
    expect(await ask([sample], query)).toEqual(expected);
    expect(broken("")).not.toBe(query(""));
    expect(await ask([sample], broken)).not.toEqual(expected);
  });

  it("count rows that are no turns, and fail", async () => {
    const sample = { turn_id: "t", accepted: true, happy_path: false, turn_open_proposed_at_ms: 1 };
    const whole = {
      ...sample,
      turn_open_at_ms: 2,
      turn_terminal_at_ms: 3,
      baseline_complete: true,
      accepted_stale_epoch_output: false,
      terminal_events: ["commit", "close"],
    };
    const query = (path: string) => mvpSloSql({ from: mvpSloSqlSource(path) });
    expect(await ask([whole], query)).toMatchObject({ passed: true, malformed_turns: 0 });
    const broken = [
      { ...whole, turn_id: "" },
      { ...whole, baseline_complete: undefined },
      { ...whole, terminal_events: null },
      { ...whole, audio_ingress_at_ms: -1 },
      { ...whole, cancel_accepted_at_ms: 2 ** 53 },
    ];
    for (const row of broken)
      expect(await ask([whole, row], query)).toMatchObject({ passed: false, malformed_turns: 1 });
  });

  it("refuse what cannot be read as a turn", async () => {
    const query = (path: string) => mvpSloSql({ from: mvpSloSqlSource(path) });
    await expect(database.ask(['{"turn_id":'], query)).rejects.toThrow(/[Mm]alformed JSON/);
    await expect(ask([{ turn_open_at_ms: "soon" }], query)).rejects.toThrow(/soon/);
  });
});
