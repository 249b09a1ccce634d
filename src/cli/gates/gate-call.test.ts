/** What `gates` can be asked for beside its plain verdict, and what it answers to a question that makes no sense. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { sampleRun } from "../../gates/slo/report/sample-run.test-kit.ts";
import { validate } from "../../validators/validate.ts";
import { drive } from "../drive.test-kit.ts";

const ndjson = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("");
const tagged = (region: string, slowness = 1, seed = 7) =>
  sampleRun({ turns: 250, seed, slowness }).map((turn) => ({
    ...turn,
    turn_id: `${region}-${turn.turn_id}`,
    tags: { region },
  }));

const files = {
  "main.ndjson": ndjson([...tagged("eu"), ...tagged("us", 1, 8)]),
  "pr.ndjson": ndjson([...tagged("eu", 1, 9), ...tagged("us", 1.5, 10)]),
  "few.ndjson": ndjson(sampleRun({ turns: 20 })),
  "broken.ndjson": `${ndjson(sampleRun({ turns: 5 }))}{"turn_id": 7}\nnot json\n`,
  "gates.yaml": [
    "schema_version: rspp.gate-profile.v1",
    "profile_id: production",
    "extends: [strict, ./limits.json]",
    "segment_by: [region]",
    "levels: { G3: warn }",
    "",
  ].join("\n"),
  "limits.json": {
    schema_version: "rspp.gate-profile.v1",
    profile_id: "limits",
    thresholds: { end_to_end_p95_ms: 2500 },
  },
  "typo.yaml": "schema_version: rspp.gate-profile.v1\nprofile_id: p\nlevels:\n  G2: warm\n",
  "twice.yaml": "schema_version: rspp.gate-profile.v1\nprofile_id: p\nprofile_id: q\n",
  "circle.yaml": "schema_version: rspp.gate-profile.v1\nprofile_id: p\nextends: [circle.yaml]\n",
  "lost.yaml": "schema_version: rspp.gate-profile.v1\nprofile_id: p\nextends: [nowhere.yaml]\n",
};

describe("a profile in a file", () => {
  it("brings limits, levels, mode and segments, and what it extends", async () => {
    const { code, stdout } = await drive(["gates", "main.ndjson", "--profile", "gates.yaml", "--json"], {
      files,
    });
    const report = JSON.parse(stdout);
    expect(validate("slo_gates_report", report)).toMatchObject({ ok: true });
    expect(report).toMatchObject({ profile_id: "production", mode: "strict", levels: { G3: "warn" } });
    expect(report.gates[6].values[1].limit).toBe(2500);
    expect(report.segments.map(({ tags }: { tags: unknown }) => tags)).toEqual([
      { region: "eu" },
      { region: "us" },
    ]);
    expect(code).toBe(report.verdict === "pass" ? 0 : report.verdict === "fail" ? 1 : 3);
  });

  it.each([
    ["typo.yaml", /typo\.yaml:4:7 .*GPR-03[\s\S]*Did you mean "warn"\?/],
    ["twice.yaml", /twice\.yaml:3:1[\s\S]*unique/],
    ["circle.yaml", /in a circle/],
    ["lost.yaml", /Cannot read nowhere\.yaml/],
    ["limits.json", undefined],
  ])("%s is told by place and reason where it is wrong", async (profile, message) => {
    const { code, stderr } = await drive(["gates", "few.ndjson", "--profile", profile], { files });
    if (message === undefined) expect(code).toBe(0);
    else {
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
    }
  });
});

describe("a cut by a tag", () => {
  it("says so where no turn has the tag, and is quiet where one has it", async () => {
    const stderrOf = async (tags: string) =>
      (await drive(["gates", "main.ndjson", "--segment-by", tags], { files })).stderr;
    expect(await stderrOf("region")).toBe("");
    expect(await stderrOf("region+regoin,region")).toBe(
      'No turn has the tag "regoin": mend the name, or give the tag with --tag regoin=<value>\n',
    );
  });
});

describe("thin evidence", () => {
  it("passes by the plain rule, and is exit code 3 with --strict, with the number of turns that would do", async () => {
    expect((await drive(["gates", "few.ndjson"], { files })).code).toBe(0);
    const { code, stderr } = await drive(["gates", "few.ndjson", "--strict"], { files });
    expect(code).toBe(3);
    expect(stderr).toContain("Record more turns: 59 would decide every percentile");
  });
});

describe("a baseline", () => {
  const compare = ["gates", "pr.ndjson", "--baseline", "main.ndjson", "--thresholds", "wide.json"];
  const wide = {
    turn_open_decision_p95_ms: 9999,
    first_output_p95_ms: 9999,
    cancel_fence_p95_ms: 9999,
    end_to_end_p50_ms: 9999,
    end_to_end_p95_ms: 9999,
  };

  it("fails a run that is slower, and names where", async () => {
    const { code, stdout } = await drive([...compare, "--segment-by", "region"], {
      files: { ...files, "wide.json": wide },
    });
    expect(code).toBe(1);
    expect(stdout).toContain("it is slower than the baseline");
    expect(stdout).toMatch(/G2 first output p95 \(region=us\) +worse/);
  });

  it("annotates what is slower for GitHub", async () => {
    const { stdout } = await drive([...compare, "--format", "github"], {
      files: { ...files, "wide.json": wide },
    });
    expect(stdout).toMatch(/^::error title=G\d [a-z ]+ p\d\d is slower than the baseline::/m);
  });

  it("can be paired by turn id, and finds a small slowdown in few turns", async () => {
    const base = sampleRun({ turns: 60 });
    const slower = base.map((turn) =>
      turn.first_output_at_ms === undefined
        ? turn
        : {
            ...turn,
            first_output_at_ms: turn.first_output_at_ms + 200,
            playback_started_at_ms: turn.playback_started_at_ms! + 200,
          },
    );
    const both = { "a.ndjson": ndjson(base), "b.ndjson": ndjson(slower), "wide.json": wide };
    const args = ["gates", "b.ndjson", "--baseline", "a.ndjson", "--thresholds", "wide.json"];
    expect((await drive([...args, "--pair-by", "turn_id"], { files: both })).code).toBe(1);
    expect((await drive(args, { files: both })).code).not.toBe(0);
  });
});

describe("scanning with worker threads", () => {
  it("gives the bytes of the ordinary way, whatever the number of threads", async () => {
    const args = ["gates", "main.ndjson", "--json"];
    const { stdout } = await drive(args, { files });
    for (const workers of ["1", "3"])
      expect((await drive([...args, "--workers", workers], { files })).stdout).toBe(stdout);
  });

  it("allows a share of broken lines where it is told to", async () => {
    const args = ["gates", "broken.ndjson", "--workers", "1", "--max-malformed-lines"];
    const refused = await drive([...args, "1"], { files });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("broken.ndjson:6:");
    const { code, stdout } = await drive([...args, "50%"], { files });
    expect(code).toBe(0);
    expect(stdout).toContain("2 lines could not be read");
  });
});

describe("the time of a report", () => {
  it("is only there when it is given, as an option or by the convention of reproducible builds", async () => {
    const dated = async (args: readonly string[], env: Record<string, string> = {}) =>
      JSON.parse((await drive(["gates", "few.ndjson", "--json", ...args], { files, env })).stdout)
        .generated_at_utc;
    expect(await dated([])).toBeUndefined();
    expect(await dated(["--now", "2026-03-01T00:00:00Z"])).toBe("2026-03-01T00:00:00Z");
    expect(await dated([], { SOURCE_DATE_EPOCH: "1772323200" })).toBe("2026-03-01T00:00:00Z");
  });
});

describe("questions that make no sense", () => {
  const folder = mkdtempSync(join(tmpdir(), "gate-call-"));
  writeFileSync(join(folder, "few.ndjson"), files["few.ndjson"]);
  it.each([
    [["--pair-by", "turn_id"], "expected a run to compare with"],
    [["turns.ndjson.gz"], "--workers 1, or unpack it"],
    [["--tag", "region"], "--tag region=eu-west"],
    [["--segment-by", "region,"], "an empty one"],
    [["--workers", "0"], "expected a number from 1 to 999"],
    [["--workers", "2", "--segment-by", "region"], "expected no segments"],
    [["--workers", "2", "--format", "html"], "a scan keeps no turns to show"],
    [["--max-malformed-lines", "1%"], "scan with --workers"],
    [["--now", "yesterday"], "--now 2026-03-01T00:00:00Z"],
    [["--profile", "mpv"], "Cannot read mpv"],
    [["--baseline", "-", "-"], "standard input twice"],
  ])("%j is refused with the way to go on", async (options, message) => {
    const { code, stderr } = await drive(["gates", join(folder, "few.ndjson"), ...options]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
