/** Whatever a process does, the kit goes on, and says what happened. */
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";

import type { BoundarySource } from "./boundary-source.ts";
import { stageNode } from "./node-stage.test-kit.ts";
import { processNode } from "./process-node.ts";
import { HOSTILE_PORTS, hostileCommand } from "./specimens/hostile-process.test-kit.ts";

/** Where the use of a process can be measured. */
const isMeasured = existsSync("/proc/self/status");
/** The machine may be slow; only where a hang is the point is the limit a short one. */
const patient = { answer_ms: 20_000, start_ms: 20_000 };

interface Case {
  readonly mode: string;
  readonly outcome: string;
  readonly says: RegExp;
  readonly limits?: BoundarySource["limits"];
  readonly memory_mb?: number;
}

const nodeFor = ({ mode, limits, memory_mb = 4000 }: Omit<Case, "outcome" | "says">) =>
  processNode({
    ...HOSTILE_PORTS,
    resources: { memory_mb },
    limits: { ...patient, ...limits },
    command: hostileCommand(mode),
  });

const CASES: readonly Case[] = [
  {
    mode: "spin",
    outcome: "timeout",
    says: /settle within 2000 ms after a call of process/,
    limits: { answer_ms: 2000 },
  },
  { mode: "silent", outcome: "timeout", says: /settle within 2000 ms/, limits: { answer_ms: 2000 } },
  {
    mode: "die",
    outcome: "infrastructure_failure",
    says: /exit code 3; its standard error ends with:\nout of ideas/,
  },
  { mode: "garbage", outcome: "infrastructure_failure", says: /not JSON.*"Traceback: no"/s },
  { mode: "binary", outcome: "infrastructure_failure", says: /not JSON/ },
  { mode: "partial", outcome: "infrastructure_failure", says: /not JSON|exit code 0/ },
  { mode: "long_line", outcome: "overload", says: /at most 100000 bytes/, limits: { max_bytes: 100_000 } },
  { mode: "flood", outcome: "overload", says: /at most 100000 bytes/, limits: { max_bytes: 100_000 } },
  { mode: "unknown_call", outcome: "infrastructure_failure", says: /expected an open call but received 999/ },
  { mode: "unknown_op", outcome: "infrastructure_failure", says: /received "dance"/ },
  { mode: "fails", outcome: "infrastructure_failure", says: /it failed: TypeError: no model/ },
  { mode: "closes", outcome: "infrastructure_failure", says: /closed its standard output/ },
];

const MEASURED: readonly Case[] = [
  {
    mode: "hungry",
    outcome: "overload",
    says: /at most 200 MiB of memory but it used \d+ MiB/,
    memory_mb: 200,
  },
  { mode: "busy", outcome: "overload", says: /at most 100 ms of CPU time/, limits: { max_cpu_ms: 100 } },
];

describe.concurrent("a process that", () => {
  test.each([...CASES, ...(isMeasured ? MEASURED : [])])("does $mode ends its call with $outcome", contains);

  async function contains(given: Case) {
    const { outcome, says } = given;
    const node = nodeFor(given);
    const stage = await stageNode(node);
    await stage.input("go");
    await stage.idle();
    const failure = stage.happened.find(({ what }) => what === "process failed");
    expect(stage.outcomes).toEqual([outcome]);
    expect(failure?.value).toMatch(/^NodeBoundaryError: Cannot go on with node "hostile" in a process: /);
    expect(failure?.value).toMatch(says);

    await stage.input("go");
    expect(stage.outcomes).toEqual([outcome, "infrastructure_failure"]);
    expect(stage.happened.at(-1)?.value).toMatch(/^NodeBoundaryError: Cannot call process .*: it is gone/s);
    await stage.cancel();
    await stage.exhaust("degrade");
    await stage.stop();
    const [cancelled, exhausted, stopped] = stage.happened.slice(-3);
    expect(cancelled?.what).toBe("onCancel ended");
    expect(exhausted?.value).toBe("terminate");
    expect(stopped?.what).toBe("stop ended");
    expect(stage.timers).toBe(0);

    // The next instance gets a process of its own.
    const next = await stageNode(node);
    expect(next.happened.map(({ what }) => what)).toContain("start ended");
    await next.stop();
    node.close();
  }

  test.each([
    "too_many",
    // That the call ends at the same instant does not make it a good one.
    "too_many_and_done",
  ])(
    "gives more than anybody takes is ended when it has given more than it may hold back: %s",
    async (mode) => {
      const node = nodeFor({ mode });
      const stage = await stageNode(node);
      stage.setCredit(1);
      await stage.input("go");
      expect(stage.outcomes).toEqual(["overload"]);
      stage.setCredit(100);
      await stage.advance(1);
      const failure = stage.happened.find(({ what }) => what === "process failed");
      expect(failure?.value).toMatch(/at most 64 outputs/);
      await stage.stop();
      node.close();
    },
  );

  test.each([
    ["mute", /within 300 ms after hello/, { start_ms: 300 }],
    ["stranger", /expected node_id "hostile" but it says "somebody"/, {}],
    ["future", /expected protocol "rspp.node.v1" but received "rspp.node.v2"/, {}],
  ] as const)("is %s is not started", async (mode, says, limits) => {
    const node = nodeFor({ mode, limits });
    const stage = await stageNode(node);
    expect(stage.happened[0]).toMatchObject({ what: "init failed", value: expect.stringMatching(says) });
    await stage.stop();
    expect(stage.happened.at(-1)?.what).toBe("stop ended");
    node.close();
  });

  test("is not there is not started", async () => {
    const node = processNode({ ...HOSTILE_PORTS, command: ["/no/such/program"] });
    const stage = await stageNode(node);
    expect(stage.happened[0]?.value).toMatch(/could not be started: .*ENOENT/s);
    await stage.input("go");
    expect(stage.outcomes).toEqual(["infrastructure_failure"]);
    await stage.stop();
  });

  test("speaks when nobody asked is ended, because nobody could say when that was", async () => {
    const node = nodeFor({ mode: "late" });
    const stage = await stageNode(node);
    await stage.input("go");
    while (stage.outcomes.length === 0) await stage.idle();
    const failure = stage.happened.find(({ what }) => what === "process failed");
    expect(failure?.value).toMatch(/came after it had settled: telemetry/);
    await stage.stop();
    node.close();
  });

  test("dies after an output has given that output", async () => {
    const node = nodeFor({ mode: "give_and_die" });
    const stage = await stageNode(node);
    await stage.input("go");
    expect(stage.outputs.map(({ what }) => what)).toEqual(["gone", "process failed"]);
    await stage.stop();
    node.close();
  });

  test.each([
    ["cooperative", 540, "timeout"],
    ["preemptible", 40, "cancelled"],
  ] as const)(
    "ignores a cancel is ended where it is %s after %i ms of virtual time",
    async (mode, ms, outcome) => {
      const node = processNode({
        ...HOSTILE_PORTS,
        cancel: { mode, within_ms: 40 },
        limits: { start_ms: 20_000, answer_ms: 500 },
        command: hostileCommand("ignore"),
      });
      const stage = await stageNode(node);
      await stage.input("go");
      await stage.advance(100);
      await stage.cancel();
      await stage.advance(ms - 1);
      expect(stage.outcomes).toEqual([]);
      await stage.advance(1);
      expect(stage.outcomes).toEqual([outcome]);
      const failure = stage.happened.find(({ what }) => what === "process failed");
      expect(failure?.at_ms).toBe(100 + ms);
      expect(failure?.value).toContain(`within ${ms} ms after the cancel`);
      await stage.stop();
      node.close();
    },
  );
});
