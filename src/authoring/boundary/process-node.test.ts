/** Processes are used again, marked, closed, and asked for what can be. */
import { describe, expect, test } from "vitest";

import type { BoundaryUsage } from "./boundary-source.ts";
import { stageNode } from "./node-stage.test-kit.ts";
import { processNode } from "./process-node.ts";
import { HOSTILE_PORTS, hostileCommand } from "./specimens/hostile-process.test-kit.ts";

const source = {
  ...HOSTILE_PORTS,
  limits: { answer_ms: 20_000, start_ms: 20_000 },
  command: hostileCommand("fine"),
};

describe("a node in a process", () => {
  test("is external, whatever else it says", () => {
    expect(processNode(source).descriptor).toMatchObject({ node_id: "hostile", execution_mode: "external" });
  });

  test("needs a command, and limits that can be", () => {
    for (const command of [[], "python3", [1]])
      expect(() => processNode({ ...source, command: command as never })).toThrow(
        /expected an executable and its arguments as command but received/,
      );
    expect(() => processNode({ ...source, limits: { answer_ms: 0 } })).toThrow(RangeError);
    expect(() => processNode({ ...source, version: "1" })).toThrow(/version of node "hostile"/);
  });

  test("is marked after each call with what is reserved, or with what was measured where that is wanted", async () => {
    const usages: BoundaryUsage[] = [];
    for (const marks of ["reserved", "measured"] as const) {
      const node = processNode({
        ...source,
        marks,
        on_usage: (usage) => void usages.push(usage),
        resources: { cpu: 0.5, timeout_ms: 400, memory_mb: 3000 },
      });
      const stage = await stageNode(node);
      await stage.input("go");
      await stage.stop();
      const records = stage.happened.filter(({ what }) => what === "telemetry boundary");
      expect(records).toHaveLength(4);
      const { value } = records[0] as { value: { memory_mb: number } };
      const head = { boundary: "process", node_id: "hostile" };
      if (marks === "reserved") expect(value).toEqual({ ...head, cpu_units: 200, memory_mb: 3000 });
      else expect(value).toMatchObject(head);
      if (marks === "measured" && process.platform === "linux") expect(value.memory_mb).toBeLessThan(3000);
      node.close();
    }
    expect(usages.map(({ hook }) => hook)).toEqual([...HOOKS, ...HOOKS]);
  });

  test("serves the next instance when it has served one, and its own when two are open", async () => {
    const node = processNode({ ...source, command: pidCommand });
    const pidOf = async () => {
      const stage = await stageNode(node);
      return { stage, pid: (stage.happened[0] as { value: { pid: number } }).value.pid };
    };
    const first = await pidOf();
    const second = await pidOf();
    expect(second.pid).not.toBe(first.pid);
    await first.stage.stop();
    const third = await pidOf();
    expect(third.pid).toBe(first.pid);
    node.close();
    await third.stage.input("go");
    expect(third.stage.outcomes).toEqual(["infrastructure_failure"]);
    await third.stage.stop();
    await second.stage.stop();
  });
});

const HOOKS = ["init", "start", "process", "stop"];

const pidCommand = [
  process.execPath,
  "-e",
  String.raw`
const say = (op, members) => process.stdout.write(JSON.stringify({ op, ...members }) + "\n");
require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { id, op } = JSON.parse(line);
  if (op === "hello") say("hello", { protocol: "rspp.node.v1", node: { node_id: "hostile", version: "1.0.0" } });
  if (op === "create") say("telemetry", { name: "started", fields: { pid: process.pid } });
  if (op === "create" || op === "call") say("done", { call: id });
  say("settled", { id });
});
`,
];
