/** The test of the kit itself: every broken runtime is found by its check, for the stated reason. */
import type { Check, Pack } from "../check/check.ts";
import type { Mutant } from "../mutants/mutant.ts";
import { MUTANTS } from "../mutants/mutants.ts";
import { ALL_PACKS } from "../packs/all-packs.ts";
import { DEFAULT_SEED } from "../runner/conformance-options.ts";
import { testCheck } from "../runner/test-check.ts";
import { referenceSubject } from "../subject/reference-subject.ts";
import { HOOKS, type SubjectHook } from "./subject-hooks.ts";

/** What came of one broken runtime. */
export interface SelfTestResult {
  readonly id: string;
  readonly check_id: string;
  readonly about: string;
  /** Whether the check failed with the stated code. */
  readonly killed: boolean;
  readonly expected: string;
  readonly received: string;
}

/** What the test of the kit found. */
export interface SelfTestReport {
  readonly passed: boolean;
  readonly mutants: readonly SelfTestResult[];
  /** Each hook of a subject removed: the checks that turned red. */
  readonly hooks: readonly { readonly id: string; readonly red: readonly string[] }[];
  /** Checks of the profiles that no broken runtime needs. */
  readonly idle_checks: readonly string[];
}

/** Options of the test of the kit. */
export interface SelfTestOptions {
  readonly seed?: number;
  readonly packs?: readonly Pack[];
  readonly mutants?: readonly Mutant[];
  readonly hooks?: readonly SubjectHook[];
  readonly onProgress?: (done: number, of: number) => void;
}

/** Runs every broken runtime against its check, and every crippled one against all. */
export async function selfTest({
  seed = DEFAULT_SEED,
  packs = ALL_PACKS,
  mutants = MUTANTS,
  hooks = HOOKS,
  onProgress = () => {},
}: SelfTestOptions = {}): Promise<SelfTestReport> {
  // What needs a live transport cannot be tested here.
  const checks = packs.flatMap((pack) => pack.checks).filter(({ profiles }) => profiles.length > 0);
  const of = mutants.length + hooks.length;
  const killed: SelfTestResult[] = [];
  for (const mutant of mutants) {
    const check = checks.find(({ id }) => id === mutant.check);
    killed.push(await kill(mutant, { check, seed }));
    onProgress(killed.length, of);
  }
  const removed: { id: string; red: string[] }[] = [];
  for (const { id, wrap } of hooks) {
    removed.push({ id, red: await redChecks({ wrap }, { checks, seed }) });
    onProgress(killed.length + removed.length, of);
  }
  const needed = new Set(killed.filter((result) => result.killed).map(({ check_id }) => check_id));
  const idle_checks = checks
    .filter(({ id, profiles }) => profiles.length > 0 && !needed.has(id))
    .map(({ id }) => id);
  const isKilled = killed.every((result) => result.killed);
  const passed = isKilled && removed.every(({ red }) => red.length > 0) && idle_checks.length === 0;
  return { passed, mutants: killed, hooks: removed, idle_checks };
}

async function kill(
  mutant: Mutant,
  { check, seed }: { readonly check: Check | undefined; readonly seed: number },
): Promise<SelfTestResult> {
  const { id, check: check_id, code, about } = mutant;
  const received = check === undefined ? "no such check" : await outcomeOf(mutant, { check, seed });
  return { id, check_id, about, killed: received === code, expected: code, received };
}

/** The code of the failure, or the verdict. */
async function outcomeOf(
  changes: Pick<Mutant, "parts" | "wrap">,
  {
    check,
    seed,
    profile = "full",
  }: { readonly check: Check; readonly seed: number; readonly profile?: "quick" | "full" },
): Promise<string> {
  const subject = referenceSubject(changes);
  const description = await subject.describe();
  if ("instant" in description) return description.code;
  const options = { seed, profile };
  const { verdict, failure, reason } = await testCheck(check, { subject, description, options });
  return failure?.code ?? (verdict === "could_not_run" ? `could_not_run (${reason})` : verdict);
}

/** The first few checks that do not pass. One is proof enough. */
async function redChecks(
  changes: Pick<Mutant, "parts" | "wrap">,
  { checks, seed }: { readonly checks: readonly Check[]; readonly seed: number },
): Promise<string[]> {
  const red: string[] = [];
  for (const check of checks) {
    if (red.length > 0) break;
    // A missing hook shows at once, if it shows.
    const outcome = await outcomeOf(changes, { check, seed, profile: "quick" });
    if (outcome !== "pass" && outcome !== "not_applicable") red.push(`${check.id} ${outcome}`);
  }
  return red;
}
