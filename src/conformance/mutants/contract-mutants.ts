/** Broken runtimes for the checks of the contracts. */
import { validate } from "../../validators/validate.ts";
import { answering, type Mutant } from "./mutant.ts";

const accepts = (contract: string, isAccepted: (artifact: unknown) => boolean): NonNullable<Mutant["wrap"]> =>
  answering((outcome, stimuli) => {
    const [judged] = stimuli;
    if (judged?.kind !== "judge" || judged.contract !== contract) return outcome;
    return { ...outcome, verdict: { accepted: isAccepted(judged.artifact) } };
  });

/** Killed by CT-001, CT-002, CT-005 and CT-007. */
export const CONTRACT_MUTANTS: readonly Mutant[] = [
  {
    id: "accepts-every-event",
    check: "CT-001",
    code: "invalid_artifact_accepted",
    about: "Events are not looked at",
    wrap: accepts("event", () => true),
  },
  {
    id: "refuses-every-event",
    check: "CT-001",
    code: "valid_artifact_refused",
    about: "No event is good enough",
    wrap: accepts("event", () => false),
  },
  {
    id: "any-emitter",
    check: "CT-002",
    code: "invalid_artifact_accepted",
    about: "A signal may come from anybody",
    wrap: accepts("control_signal", (artifact) => {
      const result = validate("control_signal", artifact);
      return result.ok || result.diagnostics.every(({ path }) => path === "/emitted_by");
    }),
  },
  {
    id: "unknown-signals",
    check: "CT-002",
    code: "invalid_artifact_accepted",
    about: "Signals that there are not are let through",
    wrap: accepts("control_signal", (artifact) => {
      const result = validate("control_signal", artifact);
      return result.ok || result.diagnostics.some(({ path }) => path === "/signal");
    }),
  },
  {
    id: "any-outcome",
    check: "CT-005",
    code: "invalid_artifact_accepted",
    about: "Decision outcomes are not looked at",
    wrap: accepts("decision_outcome", () => true),
  },
  {
    id: "one-rule-forgotten",
    check: "CT-007",
    code: "invalid_artifact_accepted",
    about: "One rule of one contract is not checked",
    wrap: accepts("replay_cursor", (artifact) => {
      const result = validate("replay_cursor", artifact);
      return result.ok || result.diagnostics.every(({ rule }) => rule === "CON-03");
    }),
  },
  {
    id: "no-verdict",
    check: "CT-007",
    code: "no_verdict",
    about: "No answer to whether an artifact is valid",
    wrap: answering(({ verdict: _, ...outcome }) => outcome),
  },
];
