/**
 * How often the comparisons and the strict gates are wrong, by simulation over runs whose truth is known.
 *
 *     npx tsx bench/statistics/error-rates.ts [--runs 200] [--seed 1] [--table unpaired]
 *
 * Prints the tables of docs/statistics.md. Equal arguments give equal tables.
 */
import { compareEvidence } from "../../src/gates/regression/compare-evidence.ts";
import { countLatency } from "../../src/gates/slo/latency-histogram.ts";
import { figureStrength } from "../../src/gates/slo/strength/figure-strength.ts";
import { boundedQuantile, nearestRank, rankedList } from "../../src/gates/statistics/ranked-values.ts";
import { MODELS, type Model, measured, relativeLatencies, runPair } from "./run-models.ts";
import { createSeededRandom } from "./seeded-normal.ts";

const argument = (name: string, fallback: number) => {
  const place = process.argv.indexOf(name);
  return place < 0 ? fallback : Number(process.argv[place + 1]);
};
const RUNS = argument("--runs", 200);
const SEED = argument("--seed", 1);
const SIZES = [20, 60, 200, 1000];
const SLOWDOWNS = [0, 0.05, 0.1, 0.2, 0.5];
const percent = (hits: number, of: number) => `${((100 * hits) / of).toFixed(1)}`;
const line = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(" | ")} |`);
const heading = (cells: readonly string[]) => {
  line(cells);
  line(cells.map(() => "---"));
};

/** What people do without statistics: some p95 went up by more than 5 percent. */
function plainRule(comparison: ReturnType<typeof compareEvidence>): boolean {
  return comparison.comparisons.some(
    ({ figure, delta_percent = 0 }) => figure === "p95" && delta_percent > 5,
  );
}

function compareTable(isPaired: boolean): void {
  console.log(
    `\n### ${isPaired ? "Paired" : "Unpaired"}: fail / pass / inconclusive in %, then the plain rule\n`,
  );
  heading(["latencies", "n", ...SLOWDOWNS.map((slowdown) => `${slowdown * 100}% slower`)]);
  for (const model of MODELS) {
    for (const n of SIZES) {
      const cells = SLOWDOWNS.map((slowdown) => {
        const counts = { fail: 0, pass: 0, inconclusive: 0, plain: 0 };
        // Most of the promise is in the first column.
        const runs = slowdown === 0 ? 4 * RUNS : RUNS;
        for (let run = 0; run < runs; run += 1) {
          const seed = SEED * 1_000_003 + run * 101 + n;
          const [baseline, candidate] = runPair({ model, n, slowdown, isPaired, seed });
          const comparison = compareEvidence(baseline, candidate, { pairBy: isPaired ? "turn_id" : "none" });
          counts[comparison.verdict] += 1;
          if (plainRule(comparison)) counts.plain += 1;
        }
        const { fail, pass, inconclusive, plain } = counts;
        return `${[fail, pass, inconclusive].map((count) => percent(count, runs)).join(" / ")}; ${percent(plain, runs)}`;
      });
      line([model, n, ...cells]);
    }
  }
}

function sample(model: Model, n: number, seed: number): number[] {
  const random = createSeededRandom(seed);
  return relativeLatencies(model, n, random).map((factor) => measured(model, 600 * factor));
}

/** The true quantile of a model, from very many values. */
function truth(model: Model, p: number): number {
  const values = sample(model, 1_000_000, 99).sort((a, b) => a - b);
  return values[nearestRank(values.length, p) - 1] ?? 0;
}

function boundsTable(): void {
  console.log("\n### Bounds of one percentile that are wrong, in % (at most 5 is promised)\n");
  heading(["latencies", "n", "p50 lower", "p50 upper", "p95 lower", "p95 upper"]);
  for (const model of MODELS) {
    const quantiles = [0.5, 0.95].map((p) => ({ p, true_ms: truth(model, p) }));
    for (const n of SIZES) {
      const wrong = quantiles.map(() => ({ lower: 0, upper: 0, without: 0 }));
      for (let run = 0; run < 20 * RUNS; run += 1) {
        const ranked = rankedList(sample(model, n, SEED * 7919 + run * 31 + n));
        for (const [index, { p, true_ms }] of quantiles.entries()) {
          const { lower, upper } = boundedQuantile(ranked, { p, risk: 0.05 }) ?? {};
          const count = wrong[index];
          if (count === undefined) continue;
          if (lower !== undefined && lower > true_ms) count.lower += 1;
          if (upper === undefined) count.without += 1;
          else if (upper < true_ms) count.upper += 1;
        }
      }
      const cells = wrong.flatMap(({ lower, upper, without }) => [
        percent(lower, 20 * RUNS),
        without > 0 ? "no bound" : percent(upper, 20 * RUNS),
      ]);
      line([model, n, ...cells]);
    }
  }
}

const LIMITS = [
  ["true p95 1 ms above the limit: a pass is wrong", (p95: number) => p95 - 1],
  ["true p95 at the limit: a fail is wrong", (p95: number) => p95],
  ["limit 20% above the true p95", (p95: number) => Math.round(p95 * 1.2)],
  ["limit 20% below the true p95", (p95: number) => Math.round(p95 / 1.2)],
] as const;

function strictTable(): void {
  const runs = 10 * RUNS;
  console.log(`\n### Strict p95 gate: pass / fail / inconclusive in %, then passes of the compat gate\n`);
  heading(["latencies", "n", ...LIMITS.map(([name]) => name)]);
  for (const model of MODELS) {
    const p95 = truth(model, 0.95);
    for (const n of SIZES) {
      const counts = LIMITS.map(() => ({ pass: 0, fail: 0, inconclusive: 0, not_observed: 0, plain: 0 }));
      for (let run = 0; run < runs; run += 1) {
        const latencies = new Map<number, number>();
        for (const ms of sample(model, n, SEED * 104_729 + run * 17 + n)) countLatency(latencies, ms);
        for (const [index, [, limitOf]] of LIMITS.entries()) {
          const limit_ms = limitOf(p95);
          const { verdict, observed_ms = 0 } = figureStrength({
            gate_id: "G2",
            limit: { figure: "first_output_p95_ms", name: "p95" },
            limit_ms,
            latencies,
            mode: "strict",
            confidence: 0.95,
          });
          const count = counts[index];
          if (count === undefined) continue;
          count[verdict] += 1;
          if (observed_ms <= limit_ms) count.plain += 1;
        }
      }
      const cells = counts.map(({ pass, fail, inconclusive, plain }) => {
        const strict = [pass, fail, inconclusive].map((count) => percent(count, runs)).join(" / ");
        return `${strict}; ${percent(plain, runs)}`;
      });
      line([model, n, ...cells]);
    }
  }
}

const TABLES = {
  unpaired: () => compareTable(false),
  paired: () => compareTable(true),
  bounds: boundsTable,
  strict: strictTable,
};
const at = process.argv.indexOf("--table");
console.log(`${RUNS} runs a cell, seed ${SEED}`);
for (const [name, print] of Object.entries(TABLES)) {
  if (at < 0 || process.argv[at + 1] === name) print();
}
