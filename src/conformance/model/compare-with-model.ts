/** Compares a run with the same run of the reference runtime. */
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";
import { createReferenceRuntime } from "../../reference/reference-runtime.ts";
import type { Finding } from "../check/finding.ts";
import type { Instants, Run } from "../check/run.ts";
import { cachedPlanHash } from "../judge/cached-plan-hash.ts";
import { WALL_CLOCK_START } from "../judge/judge-run.ts";
import { type Token, tokensOf } from "./normative-tokens.ts";

/** What the reference runtime answers to the same script. */
export function modelRun(instants: Instants, times: readonly number[]): Run {
  const runtime = createReferenceRuntime({ parts: { hashPlan: cachedPlanHash } });
  runtime.reset({ seed: 0, runtime_timestamp_ms: 0, wall_clock_timestamp_ms: WALL_CLOCK_START });
  return { instants, times, outcomes: instants.map((stimuli) => runtime.apply(stimuli)) };
}

/** The first thing that the model answers and the subject does not, or the other way round. */
export function differenceFromModel(run: Run): Finding | undefined {
  const model = modelRun(run.instants, run.times);
  for (const instant of run.instants.keys()) {
    const [wanted, given] = [strands(tokensOf(model, instant)), strands(tokensOf(run, instant))];
    for (const strand of new Set([...wanted.keys(), ...given.keys()])) {
      const finding = difference(wanted.get(strand) ?? [], given.get(strand) ?? [], { strand, instant });
      if (finding !== undefined) return finding;
    }
    const finding = differentTurns(model, run, instant);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

function strands(tokens: readonly Token[]): Map<string, Token[]> {
  const byStrand = new Map<string, Token[]>();
  for (const token of tokens) byStrand.set(token.strand, [...(byStrand.get(token.strand) ?? []), token]);
  return byStrand;
}

function difference(
  wanted: readonly Token[],
  given: readonly Token[],
  { strand, instant }: { readonly strand: string; readonly instant: number },
): Finding | undefined {
  const length = Math.max(wanted.length, given.length);
  for (let place = 0; place < length; place += 1) {
    const [want, have] = [wanted[place], given[place]];
    if (want?.name === have?.name) continue;
    const isMissing = want !== undefined && !given.slice(place).some(({ name }) => name === want.name);
    const code = isMissing || have === undefined ? `missing_${codeOf(want)}` : `unexpected_${codeOf(have)}`;
    const names = (tokens: readonly Token[]) => tokens.map(({ name }) => name).join(", ") || "nothing";
    return {
      code,
      message: `The answer to instant ${instant} differs from the model in ${strand.trim()}`,
      expected: names(wanted),
      received: names(given),
      likely_cause: causeOf(isMissing ? want : (have ?? want)),
      at: have?.at ?? { instant },
    };
  }
  return undefined;
}

/** `abort:cancelled` is `abort`, `DataLane record for 3` is `data_lane_record`. */
const codeOf = (token: Token | undefined): string =>
  (token?.name ?? "")
    .replace(/:.*| for .*/, "")
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .replaceAll(" ", "_")
    .toLowerCase();

const causeOf = (token: Token | undefined): string => {
  const code = codeOf(token);
  if (code === "refusal" || code === "turn_open")
    return "Admission: what refuses a proposal, and in which order";
  if (code === "abort" || code === "commit" || code === "close")
    return "Turn arbitration: precedence of what meets, or the end of a turn";
  if (code.endsWith("record") || code === "output_accepted")
    return "The output path: fences, epochs and quotas are asked before an output is accepted";
  return `The rule that emits ${token?.name.split(":")[0] ?? "it"}`;
};

/** Evidence and plans are of the same turns, with the same end. */
function differentTurns(model: Run, run: Run, instant: number): Finding | undefined {
  const ends = ({ outcomes }: Run) =>
    (outcomes[instant]?.evidence ?? []).map(
      ({ session_id, turn_id, terminal_outcome }) => `${session_id} ${turn_id} ${terminal_outcome}`,
    );
  const pairs = [
    ["evidence", ends(model), ends(run)],
    ["plans", ...plansOf(model, run, instant)],
  ] as const;
  for (const [name, wanted, given] of pairs) {
    // Who does not give any has not declared to.
    const gives = run.outcomes.some((outcome) => (outcome[name] ?? []).length > 0);
    const [expected, received] = [wanted, given].map((list) => [...list].sort().join(", ") || "none") as [
      string,
      string,
    ];
    if (!gives || expected === received) continue;
    const message = `The ${name} of instant ${instant} are not those of the model`;
    return { code: `other_${name}`, message, expected, received, at: { instant } };
  }
  return undefined;
}

/** The plans by what they say; a hash that is not the plan's own is for the judge of all runs. */
function plansOf(model: Run, run: Run, instant: number): [wanted: string[], given: string[]] {
  const [wanted, given] = [model, run].map(({ outcomes }) => outcomes[instant]?.plans ?? []) as [
    readonly JsonObject[],
    readonly JsonObject[],
  ];
  const told = (plans: readonly JsonObject[]) =>
    plans.map((plan) => `${plan["turn_id"]} ${plan["plan_hash"]}`);
  if (told(wanted).join() === told(given).join()) return [[], []];
  const own = (plans: readonly JsonObject[]) =>
    plans.map((plan) => `${plan["turn_id"]} ${cachedPlanHash(plan as unknown as ResolvedTurnPlan)}`);
  return [own(wanted), own(given)];
}
