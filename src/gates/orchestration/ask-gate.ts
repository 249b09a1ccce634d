/** Asking one gate: whatever it does, there is a result, and it is the gate's own. */
import type { GateResult } from "../../contracts/deploy/gate-run.ts";
import type { ReleaseCandidate } from "../../contracts/deploy/release-candidate.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { listOf, mapOf, objectOf, oneOf, optional, TEXT } from "../../internal/input-shape.ts";
import type { GateOutcome } from "./gate.ts";
import { reasonOf } from "./gate-plugin.ts";
import type { RegisteredGate } from "./gate-registry.ts";

/** What a gate is asked with. */
export interface GateQuestion {
  readonly candidate: ReleaseCandidate;
  readonly evidence: Readonly<Record<string, Uint8Array>>;
  /** Resolves after that many ms, or when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** ms, from any origin, never backwards. */
  readonly clock: () => number;
}

const STATUSES = ["pass", "fail", "not_observed", "not_evaluated"] as const;

const OUTCOME = objectOf<GateOutcome>({
  status: oneOf(STATUSES),
  violations: optional(listOf(objectOf({ code: TEXT, message: TEXT }))),
  metrics: optional(
    mapOf<number>((received) =>
      Number.isFinite(received) ? undefined : { path: "", expected: "a finite number", received },
    ),
  ),
  evidence_refs: optional(listOf(TEXT)),
});

/** The result of a gate; never rejects. */
export async function askGate({ gate, limits }: RegisteredGate, question: GateQuestion): Promise<GateResult> {
  const { id, needs = [] } = gate;
  const fail = (code: string, message: string): GateResult => ({
    gate_id: id,
    status: "fail",
    violations: [{ code, message: `Cannot evaluate gate ${id}: ${message}` }],
    metrics: {},
    evidence_refs: [],
  });
  const absent = needs.find((name) => !Object.hasOwn(question.evidence, name));
  if (absent !== undefined)
    return fail("evidence_missing", `expected evidence ${absent} but received nothing`);
  const evidence = Object.fromEntries(
    needs.map((name) => [name, (question.evidence[name] as Uint8Array).slice()]),
  );
  const bytes = Object.values(evidence).reduce((sum, { length }) => sum + length, 0);
  if (bytes > limits.max_evidence_bytes) {
    const most = `expected at most ${limits.max_evidence_bytes} bytes of evidence`;
    return fail("evidence_over_budget", `${most} but received ${bytes}`);
  }

  const late = () =>
    fail(
      "gate_over_budget",
      `expected an answer within ${limits.max_duration_ms} ms but received none in time`,
    );
  const gateSignal = new AbortController();
  const timerSignal = new AbortController();
  const begun = question.clock();
  const answer = (async () =>
    gate.evaluate({ candidate: question.candidate, evidence, signal: gateSignal.signal }))().then(
    (value: unknown) => ({ value }),
    (error: unknown) => ({ error }),
  );
  const timeout = question.wait(limits.max_duration_ms, timerSignal.signal).then(
    () => "timeout" as const,
    (error: unknown) => ({ error }),
  );
  const first = await Promise.race([answer, timeout]);
  timerSignal.abort();
  if (first === "timeout") {
    gateSignal.abort();
    return late();
  }
  // A gate that never yields keeps the timer from firing; the clock still tells.
  if (question.clock() - begun > limits.max_duration_ms) return late();
  if ("error" in first) return fail("gate_threw", `expected an answer but received ${reasonOf(first.error)}`);
  return toResult(first.value);

  function toResult(value: unknown): GateResult {
    try {
      const misfit = OUTCOME(value);
      if (misfit !== undefined) {
        const received = describeValue(misfit.received);
        return fail(
          "gate_answer_invalid",
          `expected ${misfit.expected} at answer${misfit.path} but received ${received}`,
        );
      }
      const {
        status,
        violations = [],
        metrics = {},
        evidence_refs = [],
      } = structuredClone(value) as GateOutcome;
      const strange = violations.find(({ code }) => !/^[a-z][a-z0-9_]*$/.test(code));
      if (strange !== undefined) {
        return fail(
          "gate_answer_invalid",
          `expected a snake_case code but received ${describeValue(strange.code)}`,
        );
      }
      if (violations.length > limits.max_violations) {
        const most = `expected at most ${limits.max_violations} violations`;
        return fail("violations_over_budget", `${most} but received ${violations.length}`);
      }
      if ((status === "pass") !== (violations.length === 0) && (status === "pass" || status === "fail")) {
        const expected = status === "pass" ? "no violation with pass" : "a violation with fail";
        return fail("gate_answer_invalid", `expected ${expected} but received ${violations.length}`);
      }
      return { gate_id: id, status, violations: [...violations], metrics, evidence_refs: [...evidence_refs] };
    } catch (error) {
      return fail("gate_answer_invalid", `expected plain JSON but received ${reasonOf(error)}`);
    }
  }
}
