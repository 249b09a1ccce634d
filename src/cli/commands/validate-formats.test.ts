import { describe, expect, it } from "vitest";

import { contracts } from "../../contracts/catalog.ts";
import { parseStrictXml } from "../../internal/report-text/strict-xml.test-kit.ts";
import { drive } from "../drive.test-kit.ts";

const event = contracts.event_record.example;
const signal = contracts.control_signal.example;
const laneless = { ...event, lane: "SideLane" };
const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("");

describe("formats of rspp-contracts validate", () => {
  const files = { "a.ndjson": lines(event, laneless), "b.json": signal };

  it("include JSON alone on standard output", async () => {
    const { code, stdout, stderr } = await drive(["validate", ".", "--json"], { files });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: "failed",
      artifacts: 3,
      failures: 1,
      files: [
        {
          file: "a.ndjson",
          findings: [{ kind: "event_record", line: 2, diagnostics: [{ path: "/lane", line: 2 }] }],
        },
        { file: "b.json" },
      ],
    });
  });

  it("include JUnit XML with a case a file", async () => {
    const { stdout } = await drive(["validate", ".", "gone.json", "--format", "junit"], { files });
    const suite = parseStrictXml(stdout).children[0]!;
    expect(suite.attributes).toMatchObject({ tests: "3", failures: "1", errors: "1", skipped: "0" });
    const outcomes = suite.children
      .filter(({ name }) => name === "testcase")
      .map(({ children }) => children[0]?.name);
    expect(outcomes).toEqual(["failure", undefined, "error"]);
  });

  it("include annotations for GitHub", async () => {
    const { stdout } = await drive(["validate", ".", "--format", "github"], { files });
    expect(stdout).toMatch(
      /^::error file=a\.ndjson,line=2,col=\d+,title=EVT-\d\d event_record::Cannot accept "lane"/,
    );
  });

  it("colour text on a terminal", async () => {
    expect((await drive(["validate", "b.json"], { files, isTTY: true })).stdout).toContain(
      "\u001b[32mPASSED",
    );
    expect(
      (await drive(["validate", "b.json"], { files, isTTY: true, env: { NO_COLOR: "1" } })).stdout,
    ).not.toContain("\u001b");
  });

  it("cannot be two at once", async () => {
    expect(await drive(["validate", "b.json", "--json", "--format", "junit"], { files })).toMatchObject({
      code: 2,
    });
    expect(await drive(["validate", "b.json", "--json", "--format", "json"], { files })).toMatchObject({
      code: 0,
    });
  });
});
