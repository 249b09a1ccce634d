/** Orchestration in virtual time: whatever one gate does, the others answer, and in one order. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { contracts } from "../../contracts/catalog.ts";
import { canonicalJson } from "../../internal/canonical-json.ts";
import { validate } from "../../validators/validate.ts";
import type { Gate, GateOutcome } from "./gate.ts";
import { createGateOrchestrator } from "./gate-orchestrator.ts";
import type { GatePlugin } from "./gate-plugin.ts";
import { createGateRegistry } from "./gate-registry.ts";

const candidate = contracts.release_candidate.example;
const now = () => "2026-02-16T23:00:00Z";
/** Time passes for those who wait longest last, and only when nothing else is left to do. */
const wait = async (ms: number, signal: AbortSignal) => {
  for (let turn = 0; turn < 50 + ms && !signal.aborted; turn += 1) await Promise.resolve();
};
const gate = (id: string, evaluate: Gate["evaluate"] = () => ({ status: "pass" }), more = {}): Gate => ({
  id,
  stage: "quick",
  required: true,
  evaluate,
  ...more,
});
async function runOf(gates: readonly Gate[], profile: Gate["stage"] = "quick", evidence = {}) {
  const registry = createGateRegistry();
  for (const one of gates)
    registry.register(one, { max_duration_ms: 100, max_evidence_bytes: 10, max_violations: 2 });
  return createGateOrchestrator(registry, { now, wait, evidence }).runProfile(profile, candidate);
}
const violation = { code: "slow", message: "Slow" };

describe("a run of gates", () => {
  it.each<[string, Gate["evaluate"], string]>([
    [
      "throws",
      () => {
        throw new Error("no");
      },
      "gate_threw",
    ],
    ["rejects with nothing", () => Promise.reject(), "gate_threw"],
    ["never answers", () => new Promise(() => {}), "gate_over_budget"],
    ["answers nothing", () => undefined as never, "gate_answer_invalid"],
    ["answers with a typo", () => ({ status: "pas" }) as never, "gate_answer_invalid"],
    ["passes with a violation", () => ({ status: "pass", violations: [violation] }), "gate_answer_invalid"],
    ["fails without one", () => ({ status: "fail" }), "gate_answer_invalid"],
    ["measures NaN", () => ({ status: "pass", metrics: { a: Number.NaN } }), "gate_answer_invalid"],
    [
      "lists too much",
      () => ({ status: "fail", violations: [violation, violation, violation] }),
      "violations_over_budget",
    ],
  ])("fails a gate that %s, alone", async (_, evaluate, code) => {
    const run = await runOf([gate("b", evaluate), gate("a"), gate("c")]);
    expect(validate("gate_run", run)).toMatchObject({ ok: true });
    expect(run.status).toBe("fail");
    expect(run.results.map(({ gate_id, status }) => `${gate_id} ${status}`)).toEqual([
      "a pass",
      "b fail",
      "c pass",
    ]);
    expect(run.results[1]?.violations[0]?.code).toBe(code);
  });

  it("aborts the signal of a gate that is over its budget", async () => {
    let signal: AbortSignal | undefined;
    await runOf([
      gate("a", (input) => {
        signal = input.signal;
        return new Promise(() => {});
      }),
    ]);
    expect(signal?.aborted).toBe(true);
  });

  it("gives a gate the evidence that it needs, within its budget", async () => {
    const seen: string[][] = [];
    const look: Gate["evaluate"] = ({ evidence }) => {
      seen.push(Object.keys(evidence));
      return { status: "pass" };
    };
    const evidence = { x: new Uint8Array(10), y: new Uint8Array(11) };
    const code = async (needs: string[]) =>
      (await runOf([gate("a", look, { needs })], "quick", evidence)).results[0]?.violations[0]?.code;
    expect([await code(["x"]), await code(["y"]), await code(["z"])]).toEqual([
      undefined,
      "evidence_over_budget",
      "evidence_missing",
    ]);
    expect(seen).toEqual([["x"]]);
  });

  it("has the same bytes whatever is registered or answers first", async () => {
    const delays = fc.array(fc.nat({ max: 20 }), { minLength: 5, maxLength: 5 });
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    const runWith = (delay: number[], indices: number[]) =>
      runOf(
        indices.map((index) =>
          gate(`g${index}`, async (): Promise<GateOutcome> => {
            for (let turn = 0; turn < (delay[index] ?? 0); turn += 1) await Promise.resolve();
            return index === 3 ? { status: "fail", violations: [violation] } : { status: "pass" };
          }),
        ),
      );
    const expected = canonicalJson(await runWith([0, 0, 0, 0, 0], [0, 1, 2, 3, 4]));
    await fc.assert(
      fc.asyncProperty(delays, order, async (delay, indices) => {
        expect(canonicalJson(await runWith(delay, indices))).toBe(expected);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it("runs the stages of its profile, and passes only with a required gate that passes", async () => {
    const stages = ["publish", "security", "mvp", "full", "quick"] as const;
    const all = stages.map((stage) => gate(stage, undefined, { stage }));
    const ran = async (profile: Gate["stage"]) =>
      (await runOf(all, profile)).results.map(({ gate_id }) => gate_id);
    expect(await ran("mvp")).toEqual(["quick", "full", "mvp"]);
    expect(await ran("security")).toEqual(["security"]);
    expect(await ran("publish")).toEqual(["quick", "full", "mvp", "security", "publish"]);
    expect((await runOf([])).status).toBe("fail");
    const status = async (outcome: GateOutcome["status"], required: boolean) =>
      (await runOf([gate("a"), gate("b", () => ({ status: outcome }), { required })])).status;
    expect(await status("not_evaluated", true)).toBe("fail");
    expect(await status("not_evaluated", false)).toBe("pass");
    expect(await status("not_observed", true)).toBe("pass");
  });
});

describe("a plugin", () => {
  const manifest = contracts.gate_plugin_manifest.example;
  const limits = manifest.resource_limits;
  const admit = (
    changes: object,
    register: GatePlugin["register"] = (to) => to.register(gate("latency")),
    policy = {},
  ) => {
    let ran = false;
    const registry = createGateRegistry(policy);
    const plugin: GatePlugin = {
      manifest: () => ({ ...manifest, ...changes }),
      register(to) {
        ran = true;
        register(to);
      },
    };
    const admission = registry.admit(plugin);
    return { ran, gates: registry.gates().length, why: admission.ok ? "ok" : admission.reason };
  };

  it.each([
    ["unknown_api_version", { api_version: "v9" }, {}],
    ["unknown_capability", { capabilities: ["root:all"] }, {}],
    ["missing_limit", { resource_limits: { ...limits, max_duration_ms: undefined } }, {}],
    ["missing_limit", { resource_limits: undefined }, {}],
    ["invalid_manifest", { surprise: 1 }, {}],
    ["unsigned", { signature_ref: undefined }, { requireSignature: true }],
    ["bad_signature", {}, { verifySignature: () => false }],
  ])("is refused as %s before its code runs", (why, changes, policy) => {
    expect(admit(changes, undefined, policy)).toEqual({ ran: false, gates: 0, why });
  });

  it.each<[string, GatePlugin["register"]]>([
    [
      "undeclared_gate",
      (to) => {
        to.register(gate("latency"));
        to.register(gate("other"));
      },
    ],
    [
      "undeclared_gate",
      (to) => {
        try {
          to.register(gate("other"));
        } catch {
          /* as if nothing had been */
        }
      },
    ],
    ["undeclared_evidence", (to) => to.register(gate("latency", undefined, { needs: ["secrets"] }))],
    [
      "gate_clash",
      (to) => {
        to.register(gate("latency"));
        to.register(gate("latency"));
      },
    ],
    [
      "plugin_threw",
      () => {
        throw new Error("no");
      },
    ],
  ])("that registers wrongly is refused as %s with all of its gates", (why, register) => {
    expect(admit({}, register)).toEqual({ ran: true, gates: 0, why });
  });

  it("is admitted once, with its own limits, and closed afterwards", () => {
    const registry = createGateRegistry();
    let later: (() => void) | undefined;
    const plugin: GatePlugin = {
      manifest: () => manifest,
      register(to) {
        to.register(gate("latency"));
        later = () => to.register(gate("latency"));
      },
    };
    expect(registry.admit(plugin)).toEqual({ ok: true, plugin_id: "acme.latency", gates: ["latency"] });
    expect(registry.gates()[0]?.limits).toEqual(limits);
    expect(later).toThrow(RangeError);
    expect(registry.admit(plugin)).toMatchObject({ reason: "plugin_clash" });
    expect(() => registry.register(gate("latency"))).toThrow(/is taken/);
  });
});
