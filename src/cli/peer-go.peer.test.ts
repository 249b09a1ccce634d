/** The commands on artifacts of the Go implementation, against what it made of them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

import { drive } from "./drive.test-kit.ts";

const PEER = fileURLToPath(new URL("../../../shared/data/peer-go", import.meta.url));
const isPresent = existsSync(PEER);
if (!isPresent) console.warn(`Skipping the artifacts of the Go implementation: ${PEER} is absent`);

const oracle = (name: string) => {
  const lines = readFileSync(`${PEER}/oracle/${name}`, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line));
};

describe.skipIf(!isPresent)("artifacts of the Go implementation", () => {
  it("pass as fixtures: valid ones are accepted, invalid ones refused", async () => {
    const { code, stdout } = await drive(["validate", `${PEER}/contract-fixtures`]);
    expect(code).toBe(0);
    expect(stdout).toContain("PASSED  30 artifacts in 30 files");
    expect(stdout).toContain("  control_signal      12 accepted, 5 refused as expected\n");
  });

  it("are told by their fields, each as the kind of its folder", async () => {
    const folders = readdirSync(`${PEER}/contract-fixtures`);
    for (const folder of folders) {
      const { code, stdout } = await drive([
        "validate",
        `${PEER}/contract-fixtures/${folder}/valid`,
        "--json",
      ]);
      const kinds = JSON.parse(stdout).kinds.map(({ kind }: { kind: string }) => kind);
      expect({ folder, code, kinds }).toEqual({
        folder,
        code: 0,
        kinds: [folder === "event" ? "event_record" : folder],
      });
    }
  });

  it("validate to the verdicts that were recorded", async () => {
    const names = readdirSync(`${PEER}/oracle`).filter((name) => /^validate\..*\.ndjson$/.test(name));
    expect(names.length).toBeGreaterThanOrEqual(5);
    for (const name of names) {
      const cases: { kind: string; value: unknown; expected: string }[] = oracle(name);
      const stdin = cases.map(({ value }) => `${JSON.stringify(value)}\n`).join("");
      const { stdout } = await drive(["validate", "-", "--json", "--kind", cases[0]!.kind, "--no-warnings"], {
        stdin,
      });
      const accepted = cases.filter(({ expected }) => expected === "accept").length;
      expect({ name, ...JSON.parse(stdout).kinds[0] }).toMatchObject({
        name,
        accepted,
        refused: cases.length - accepted,
      });
    }
  });

  it("gate to the figures and verdicts that were recorded", async () => {
    for (const [index, { samples, anchor, expected }] of oracle("slo-gates.ndjson").entries()) {
      const stdin = samples.map((sample: unknown) => `${JSON.stringify(sample)}\n`).join("");
      const { code, stdout } = await drive(["gates", "-", "--json", "--anchor", anchor], { stdin });
      const report = JSON.parse(stdout);
      expect({ index, passed: report.passed }).toEqual({ index, passed: expected.passed });
      expect(code === 0).toBe(expected.passed);
      const { violations: _, ...figures } = expected;
      expect(report).toMatchObject(figures);
    }
  });

  it("read as evidence in their own form", async () => {
    const { code, stdout } = await drive([
      "gates",
      `${PEER}/runtime-baseline.json`,
      "--no-end-to-end",
      "--json",
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      samples: 3,
      turn_open_decision_p95_ms: 90,
      first_output_p95_ms: 470,
    });
    expect(await drive(["gates", `${PEER}/runtime-baseline.json`])).toMatchObject({ code: 3 });
    expect(await drive(["validate", `${PEER}/runtime-baseline.json`])).toMatchObject({ code: 0 });
  });
});
