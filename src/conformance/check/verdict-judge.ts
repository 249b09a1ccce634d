/** Verdicts on artifacts: what a subject says of each, against what the contract says. */
import { validate } from "../../validators/validate.ts";
import type { Driver } from "./check.ts";
import type { Finding, Judgement } from "./finding.ts";
import type { Run } from "./run.ts";

/** Artifacts of a run; more answers at once would be no faster. */
const BATCH = 250;

/** An artifact and what makes it remarkable. */
export interface JudgedArtifact {
  readonly contract: Parameters<typeof validate>[0];
  readonly artifact: unknown;
  /** The mistake in words; what is valid has none. */
  readonly how?: string;
}

/** The instants that ask for a verdict on each artifact. */
export const judgeInstants = (artifacts: readonly JudgedArtifact[]) =>
  artifacts.map(({ contract, artifact }) => [{ kind: "judge" as const, contract, artifact }]);

/** The first verdict that is not the one of the contract. */
export function wrongVerdict({ instants, outcomes }: Run): Finding | undefined {
  for (const [instant, [stimulus]] of instants.entries()) {
    if (stimulus?.kind !== "judge") continue;
    const result = validate(stimulus.contract as JudgedArtifact["contract"], stimulus.artifact);
    const verdict = outcomes[instant]?.verdict;
    if (verdict?.accepted === result.ok) continue;
    const [first] = result.ok ? [] : result.diagnostics;
    const received = verdict === undefined ? "no verdict" : verdict.accepted ? "accepted" : "refused";
    return {
      code:
        verdict === undefined
          ? "no_verdict"
          : result.ok
            ? "valid_artifact_refused"
            : "invalid_artifact_accepted",
      ...(first !== undefined && { requirement: first.rule }),
      message:
        first === undefined
          ? `A valid ${stimulus.contract} was ${received}`
          : `${stimulus.contract}: ${first.message}`,
      expected: result.ok ? "accepted" : `refused by ${first?.rule}`,
      received: verdict?.reason === undefined ? received : `${received} (${verdict.reason})`,
      likely_cause: result.ok
        ? "A rule that the contract does not have, or an optional field that is taken for a required one"
        : (first?.hint ?? `Rule ${first?.rule} is not checked`),
      at: { instant },
    };
  }
  return undefined;
}

/** Asks for a verdict on each artifact; a wrong one is asked for again alone, so that the run shows nothing else. */
export async function judgeAll(driver: Driver, artifacts: readonly JudgedArtifact[]): Promise<Judgement> {
  for (let from = 0; from < artifacts.length; from += BATCH) {
    const { run, judgement } = await driver.run(judgeInstants(artifacts.slice(from, from + BATCH)));
    if (judgement !== undefined) return judgement;
    const wrong = wrongVerdict(run);
    if (wrong === undefined) continue;
    const alone = await driver.run([run.instants[wrong.at?.instant ?? 0] ?? []]);
    return (
      alone.judgement ??
      wrongVerdict(alone.run) ?? { ...wrong, message: `${wrong.message}, but only after others` }
    );
  }
  return undefined;
}
