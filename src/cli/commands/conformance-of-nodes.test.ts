/** `rspp-contracts conformance --node`: modules are found, checked, replayed, and refused with a hint. */
import { describe, expect, it } from "vitest";

import { validateText } from "../../validators/validate-text.ts";
import { drive } from "../drive.test-kit.ts";

const DIST = new URL("../../../dist/v1/authoring.js", import.meta.url).href;

/** A module with a node that waits, as `wait` says. */
const module = (name: string, wait: string) => `
  import { defineNode } from ${JSON.stringify(DIST)};
  const text = { payload_class: "text_raw" };
  export ${name} defineNode({
    node_id: "shout",
    version: "1.0.0",
    execution_scope: "turn",
    inputs: { text },
    outputs: { shout: text },
    create: () => ({
      async *process(ctx, event) {
        if (event.type !== "text") return;
        await ${wait};
        yield { type: "shout", payload: String(event.payload) };
      },
    }),
  });
`;
const DEAF = "new Promise((resolve) => setTimeout(resolve, 200))";
const FILES = {
  "good.mjs": module("default", "ctx.time.sleep(200)"),
  "deaf.mjs": module("const deaf =", DEAF),
  "two.mjs": `${module("const one =", DEAF)}\nexport const two = one;`,
  "none.mjs": "export const nothing = 1;",
};
const conformance = (...args: string[]) => drive(["conformance", ...args], { files: FILES });

describe("rspp-contracts conformance --node", { timeout: 60_000 }, () => {
  it("passes a node that behaves", async () => {
    const { code, stdout, stderr } = await conformance(
      "--node",
      "good.mjs",
      "--check",
      "cancel",
      "--no-corpus",
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/shout 1\.0\.0 +PASSED/);
  });

  it("fails one that does not, with a replay line that shows the same again", async () => {
    const first = await conformance("--node", "deaf.mjs", "--check", "NODE-CXL-02", "--no-corpus");
    expect(first.code).toBe(1);
    const replay = /npx rspp-contracts (conformance .*)/.exec(first.stdout)?.[1] ?? "";
    expect(replay).toMatch(/^conformance --node 'deaf\.mjs' --check NODE-CXL-02 --seed 1 --path \S+$/);
    const words = replay.match(/'[^']*'|\S+/g)!.map((word) => word.replaceAll("'", ""));
    const again = await drive(words, { files: FILES });
    const failureOf = (text: string) => /Failures of[\s\S]*?(?=\nSummary)/.exec(text)?.[0];
    expect(failureOf(again.stdout)).toBe(failureOf(first.stdout));
  });

  it("reports on several nodes in one valid report", async () => {
    const nodes = ["--node", "good.mjs", "--node", "two.mjs#two"];
    const { code, stdout } = await conformance(...nodes, "--check", "NODE-CXL-02", "--no-corpus", "--json");
    expect(code).toBe(1);
    expect(validateText("conformance_report", stdout)).toMatchObject({ ok: true });
    expect(JSON.parse(stdout).subjects.map(({ passed }: { passed: boolean }) => passed)).toEqual([
      true,
      false,
    ]);
  });

  it.each([
    [
      "a module that there is not",
      ["--node", "nowhere.mjs"],
      /Cannot load node "nowhere\.mjs": .*\n.*Name a/,
    ],
    [
      "a module without a node",
      ["--node", "none.mjs"],
      /expected one node among the exports but received none/,
    ],
    [
      "a module with two",
      ["--node", "two.mjs"],
      /expected one node .* but received one, two\n.*file\.js#name/,
    ],
    ["an export that there is not", ["--node", "deaf.mjs#x"], /expected node "x" .* but received deaf/],
    ["nodes and runtimes at once", ["--node", "good.mjs", "--reference"], /either nodes or runtimes/],
    ["a check that there is not", ["--node", "good.mjs", "--check", "NODE-CXL-99"], /"NODE-CXL-99"/],
    ["a config that is no JSON", ["--node", "good.mjs", "--config", "none.mjs"], /Cannot read the config/],
  ])("refuses %s", async (_, args, message) => {
    const { code, stderr } = await conformance(...args, "--no-corpus");
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
