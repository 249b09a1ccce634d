/** The suite under a test runner, and how little it loads before the first test. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";

import { defineNode } from "../../authoring/node/define-node.ts";
import { payloadOf } from "../../authoring/node/node-port.ts";
import { RefusedInput } from "../../authoring/node/refused-input.ts";
import { NODE_RULE_IDS } from "../../authoring/rules/node-rules.ts";
import type { TestRunner } from "../suite/test-runner.ts";
import { nodeConformanceSuite } from "./node-conformance-suite.ts";

const text = { payload_class: "text_raw", payload: payloadOf<string>() } as const;
const head = {
  node_id: "echo",
  version: "1.0.0",
  execution_scope: "turn",
  inputs: { "text.final": text },
  outputs: { "text.echo": text },
} as const;

const echo = defineNode({
  ...head,
  create: () => ({
    *process(_ctx, { payload }) {
      if (typeof payload !== "string") throw new RefusedInput("Cannot echo: expected text");
      yield { type: "text.echo", payload };
    },
  }),
});

const shouting = defineNode({
  ...head,
  create: () => ({
    *process(_ctx, { payload }) {
      yield { type: "text.echo", payload: payload.toUpperCase() };
    },
  }),
});

// The real thing: registered with vitest itself.
nodeConformanceSuite(echo, { runner: { describe, test } });

type Registered = { readonly name: string; readonly run: Parameters<TestRunner["test"]>[1] };

/** A runner that only takes note. */
function noting() {
  const tests: Registered[] = [];
  const runner: TestRunner = { test: (name, run) => tests.push({ name, run }) };
  return { tests, runner };
}

const outcomeOf = async ({ run }: Registered, context?: unknown) =>
  run(context).then(
    () => "passed",
    (error: Error) => error.message,
  );

test("one test a rule, named by id and title, at once", () => {
  const { tests, runner } = noting();
  nodeConformanceSuite(echo, { runner });
  expect(tests.map(({ name }) => name.slice(0, name.indexOf(" ")))).toEqual(NODE_RULE_IDS);
  for (const { run } of tests) expect(run).toHaveLength(0);
});

test("a rule that does not apply is skipped with its reason", async () => {
  const { tests, runner } = noting();
  nodeConformanceSuite(echo, { runner, checks: ["NODE-BND-01"] });
  const skipped: string[] = [];
  expect(await outcomeOf(tests[0]!, { skip: (reason: string) => skipped.push(reason) })).toBe("passed");
  expect(skipped).toEqual(["The node runs in process"]);
});

describe("RSPP_CONFORMANCE", () => {
  afterEach(() => vi.unstubAllEnvs());

  test("runs the one failure again that a failure names", async () => {
    const first = noting();
    nodeConformanceSuite(shouting, { runner: first.runner, checks: ["robustness"] });
    const told = await outcomeOf(first.tests.find(({ name }) => name.startsWith("NODE-ROB-02"))!);
    expect(told).toMatch(/NODE-ROB-02: .*Malformed payload.*likely cause.*RefusedInput.*script/s);
    vi.stubEnv("RSPP_CONFORMANCE", /RSPP_CONFORMANCE="([^"]+)"/.exec(told)![1]!);
    const again = noting();
    nodeConformanceSuite(shouting, { runner: again.runner });
    expect(again.tests.map(({ name }) => name)).toEqual(["NODE-ROB-02 Malformed payload"]);
    expect(await outcomeOf(again.tests[0]!)).toBe(told);
  });
});

/** The files that a file loads before anything is called. */
function loadedBy(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  if (!path.endsWith(".ts")) return seen;
  const code = readFileSync(path, "utf8")
    .replace(/^import type [^;]*;/gm, "")
    .replace(/^export type [^;]*;/gm, "");
  for (const [, names = "", specifier = ""] of code.matchAll(
    /^(?:import|export) ([^;]*?)from "([^"]+)";/gm,
  )) {
    const isTypeOnly =
      names
        .replace(/[{}\s]/g, "")
        .split(",")
        .filter(Boolean).length > 0 && /^\{(?:\s*type \w+,?)+\s*\}\s*$/.test(names);
    if (isTypeOnly) continue;
    loadedBy(
      specifier.startsWith(".") ? fileURLToPath(new URL(specifier, `file://${path}`)) : specifier,
      seen,
    );
  }
  return seen;
}

test.each(["run-node-conformance.ts", "node-conformance-suite.ts"])("%s loads next to nothing", (file) => {
  const loaded = [...loadedBy(fileURLToPath(new URL(file, import.meta.url)))];
  expect(loaded.filter((path) => !path.endsWith(".ts"))).toEqual([]);
  expect(loaded.length).toBeLessThan(12);
});
