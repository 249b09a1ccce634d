/** A verification over a whole repository, and the release that follows it. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { contracts } from "../../contracts/catalog.ts";
import { parseStrictXml } from "../../internal/report-text/strict-xml.test-kit.ts";
import { isGateRun } from "../../validators/generated/gate-run.ts";
import { UsageError } from "../usage-error.ts";
import {
  call,
  FILES,
  NOW,
  PLAN,
  release,
  sampleRepository,
  turns,
  verify,
  writeRepository,
} from "../verify/sample-repository.test-kit.ts";

/** Every file of a directory, by path. */
function contents(directory: string): Record<string, string> {
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(directory.length), readFileSync(path, "utf8")]),
  );
}

const gateRun = (cwd: string) => JSON.parse(readFileSync(join(cwd, ".rspp/gate-run.json"), "utf8"));
const trace = contracts.replay_trace.example;
const live = FILES["live.json"] as { readonly combinations: readonly { readonly latency: object }[] };
const slowLive = {
  ...live,
  combinations: live.combinations.map((one) => ({
    ...one,
    latency: { ...one.latency, turn_completion_e2e_latency_ms: 2500 },
  })),
};
const WAIVER = { max_attempts: 2, attempts: ["2500 ms", "2500 ms"], reason: "The provider has an incident" };

describe("rspp-contracts verify", () => {
  it("says what a plan is for where there is none, and quotes a profile that it does not know", async () => {
    const cwd = sampleRepository();
    await expect(call(["verify", "quick", "--plan", "nowhere.json"], cwd)).rejects.toMatchObject({
      message: expect.stringContaining("Cannot read nowhere.json: expected a file"),
      hint: expect.stringContaining("Write a plan that says where the evidence is, or name one with --plan"),
    });
    await expect(call(["verify", "weekly"], cwd)).rejects.toThrow(
      'expected one of quick, full, mvp but received "weekly"',
    );
  });

  it("passes, and a release goes out on what it wrote", async () => {
    const cwd = sampleRepository();
    const { code, stdout, stderr } = await verify(cwd);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "Wrote .rspp\n" });
    expect(stdout).toMatch(/^Passed {2}9 gates let it pass: mvp profile, pipeline-v1, no commit told\n/);
    expect(stdout).toMatch(/A release may go out on this evidence\n$/);
    expect(isGateRun(gateRun(cwd))).toBe(true);
    expect(await release(cwd, "--policy", "release.json")).toMatchObject({ code: 0 });
    const manifest = JSON.parse(readFileSync(join(cwd, "release-manifest.json"), "utf8"));
    expect(Object.keys(manifest.source_artifacts).sort()).toEqual([
      "conformance_governance_report",
      "contracts_report",
      "gate_run",
      "replay_regression_report",
      "security_baseline_report",
      "slo_gates_mvp_report",
      "slo_gates_report",
    ]);
  });

  it.each(["quick", "full", "mvp"])("writes the same bytes for the same time: %s", async (profile) => {
    const [first, second] = [sampleRepository(), sampleRepository()];
    const argv = ["verify", profile, "--now", NOW] as const;
    for (const cwd of [first, second, second]) expect(await call(argv, cwd)).toMatchObject({ code: 0 });
    expect(contents(join(second, ".rspp"))).toEqual(contents(join(first, ".rspp")));
    const later = { ...contents(join(first, ".rspp")) };
    await call(["verify", profile, "--now", "2026-02-16T23:00:01Z"], first);
    const timeless = (texts: Record<string, string>) =>
      Object.entries(texts).filter(([name]) => !name.includes("records") && name !== "/gate-run.json");
    const untimed = (text: string) => text.replaceAll(/23:00:0[01]Z|"age_ms":\d+|[0-9a-f]{16,64}/g, "");
    expect(timeless(contents(join(first, ".rspp"))).map(([name, text]) => [name, untimed(text)])).toEqual(
      timeless(later).map(([name, text]) => [name, untimed(text)]),
    );
  });

  it.each([
    [
      "contracts",
      "contract_broken",
      { "events/event.json": { ...contracts.event_record.example, lane: "x" } },
    ],
    [
      "replay_full",
      "replay_diverged",
      { "replayed/greeting.json": { ...trace, entries: [{ ...trace.entries[0], authority_epoch: 9 }] } },
    ],
    ["slo", "g2_broken", { "turns.ndjson": turns(1200), "main.ndjson": turns(1200) }],
    ["regression", "first_output_p95_worse", { "turns.ndjson": turns(300) }],
    [
      "governance",
      "category_not_conformant",
      {
        "results.json": {
          ...contracts.conformance_results.example,
          categories: { transport_adapter: true, provider_adapter: true, external_node_boundary: false },
        },
      },
    ],
    ["live_end_to_end", "live_end_to_end_p50_exceeded", { "live.json": slowLive }],
    ["fixed_decisions", "transport_smoke_not_passed", { "smoke.json": { probe: { status: "failed" } } }],
  ])("fails by the gate %s with %s, and no release goes out", async (gate, code, changes) => {
    const cwd = sampleRepository(changes);
    expect(await verify(cwd)).toMatchObject({ code: 1 });
    const result = gateRun(cwd).results.find(({ gate_id }: { gate_id: string }) => gate_id === gate);
    expect(result).toMatchObject({ status: "fail" });
    expect(result.violations.map((one: { code: string }) => one.code)).toContain(code);
    const released = await release(cwd, "--json");
    expect(released.code).toBe(1);
    expect(JSON.parse(released.stdout).refusal).toMatchObject({ reason: "failed" });
  });

  it.each([
    ["contracts", ["contracts"]],
    ["replay", ["replay_quick", "replay_full"]],
    ["evidence", ["slo", "slo_mvp", "regression"]],
    ["governance", ["governance"]],
    ["live", ["live_end_to_end", "fixed_decisions"]],
  ])("fails what needs %s when the plan does not name it", async (part, gates) => {
    const cwd = sampleRepository({ "rspp.verify.yaml": { ...PLAN, [part]: undefined } });
    const { code, stdout } = await verify(cwd);
    expect(code).toBe(1);
    expect(stdout).toContain(`expected "${part}`);
    const failed = gateRun(cwd).results.filter(({ status }: { status: string }) => status === "fail");
    expect(failed.map(({ gate_id }: { gate_id: string }) => gate_id).sort()).toEqual([...gates].sort());
    expect(await release(cwd)).toMatchObject({ code: 1 });
  });

  it("needs for a profile only what it runs", async () => {
    const plan = { ...PLAN, governance: undefined, live: undefined, readiness_policy: undefined };
    const cwd = sampleRepository({ "rspp.verify.yaml": { ...plan, evidence: { run: ["turns.ndjson"] } } });
    expect(await call(["verify", "quick", "--now", NOW], cwd)).toMatchObject({ code: 0 });
    expect(await release(cwd)).toMatchObject({ code: 0 });
    const { code, stdout } = await call(["verify", "full", "--now", NOW], cwd);
    expect(code).toBe(1);
    expect(stdout).toContain('input_missing: Cannot judge regression: expected "evidence.baseline"');
  });

  it("follows the profile in how a regression counts", async () => {
    const profile = (level: string) => ({
      schema_version: "rspp.gate-profile.v1",
      profile_id: "ours",
      extends: ["mvp"],
      regression: { level },
    });
    const withLevel = (level: string) =>
      sampleRepository({
        "rspp.verify.yaml": { ...PLAN, gate_profile: "profile.yaml" },
        "profile.yaml": profile(level),
        "turns.ndjson": turns(300),
      });
    expect(await verify(withLevel("error"))).toMatchObject({ code: 1 });
    const warned = await verify(withLevel("warn"), "--format", "github");
    expect(warned.code).toBe(0);
    expect(warned.stdout).toMatch(/^::warning title=regression%3A first_output_p50_worse::/m);
    const off = await verify(withLevel("off"));
    expect(off).toMatchObject({ code: 0, stdout: expect.stringMatching(/regression +not observed/) });
  });

  it("lets no level of a profile weaken the gates of the MVP", async () => {
    const cwd = sampleRepository({
      "rspp.verify.yaml": { ...PLAN, gate_profile: "profile.yaml" },
      "profile.yaml": {
        schema_version: "rspp.gate-profile.v1",
        profile_id: "lenient",
        extends: ["mvp"],
        levels: { G2: "warn", G7: "warn" },
      },
      "turns.ndjson": turns(1100),
      "main.ndjson": turns(1100),
    });
    expect(await call(["verify", "full", "--now", NOW], cwd)).toMatchObject({ code: 0 });
    const { code, stdout } = await verify(cwd);
    expect(code).toBe(1);
    expect(stdout).toMatch(/slo_mvp +fail .*\n +first_output_p95_exceeded: /);
  });

  it("only tells of a baseline that cannot be read where a regression is only told", async () => {
    const cwd = sampleRepository({
      "rspp.verify.yaml": { ...PLAN, gate_profile: "profile.yaml" },
      "profile.yaml": {
        schema_version: "rspp.gate-profile.v1",
        profile_id: "telling",
        extends: ["mvp"],
        regression: { level: "warn" },
      },
      "main.ndjson": undefined,
    });
    const { code, stdout } = await verify(cwd);
    expect(code).toBe(0);
    expect(stdout).toMatch(/regression +fail \(told only\)\n +input_unreadable: Cannot read main\.ndjson/);
  });

  it("lets so many malformed lines pass as the profile allows, and tells them", async () => {
    const withLimit = (max_malformed_lines: number) =>
      sampleRepository({
        "rspp.verify.yaml": { ...PLAN, gate_profile: "profile.yaml" },
        "profile.yaml": { schema_version: "rspp.gate-profile.v1", profile_id: "ours", max_malformed_lines },
        "turns.ndjson": `${turns()}{"turn_id": 1}\n`,
      });
    expect(await verify(withLimit(0))).toMatchObject({ code: 2 });
    const cwd = withLimit(1);
    expect(await verify(cwd)).toMatchObject({ code: 0 });
    const report = JSON.parse(readFileSync(join(cwd, ".rspp/slo-gates-report.json"), "utf8"));
    expect(report.malformed_lines).toMatchObject({ count: 1, allowed: 1, first: [{ line: 401 }] });
    expect(report.sources[0]).toMatchObject({ name: "turns.ndjson", turns: 400 });
  });

  it("names the hash of what the turns were read from", async () => {
    const cwd = sampleRepository();
    await verify(cwd);
    const report = JSON.parse(readFileSync(join(cwd, ".rspp/slo-gates-report.json"), "utf8"));
    const sha256 = createHash("sha256").update(turns()).digest("hex");
    expect(report.sources).toEqual([{ name: "turns.ndjson", turns: 400, sha256 }]);
  });

  it("takes the baseline of the call over that of the plan", async () => {
    const cwd = sampleRepository({ "slow.ndjson": turns(300), "turns.ndjson": turns(300) });
    expect(await verify(cwd)).toMatchObject({ code: 1 });
    expect(await verify(cwd, "--baseline", "slow.ndjson")).toMatchObject({ code: 0 });
  });

  it("is inconclusive where the evidence is too thin, and no release goes out", async () => {
    const few = turns(0, 20);
    const cwd = sampleRepository({
      "rspp.verify.yaml": { ...PLAN, gate_profile: "strict" },
      "turns.ndjson": few,
      "main.ndjson": few,
    });
    const { code, stdout } = await verify(cwd);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^Inconclusive {2}2 of 9 gates did not pass/);
    expect(stdout).toContain("too few turns to bound it: at least 59 are needed");
    expect(await release(cwd)).toMatchObject({ code: 1 });
  });

  it("lets a written waiver pass, and shows it", async () => {
    const plan = { ...PLAN, live: { ...PLAN.live, waiver: WAIVER } };
    const cwd = sampleRepository({ "rspp.verify.yaml": plan, "live.json": slowLive });
    expect(await verify(cwd)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/live_end_to_end +pass .*waived/),
    });
    const report = JSON.parse(readFileSync(join(cwd, ".rspp/slo-gates-mvp-report.json"), "utf8"));
    expect(report.live_end_to_end).toMatchObject({ waived: true, waiver: WAIVER });
  });

  it.each([
    ["turns.ndjson", "{", "slo"],
    ["events/event.json", undefined, "contracts"],
    ["recorded/greeting.json", "[]", "replay_full"],
    ["skew.json", { schema_version: "rspp.version-skew-policy.v2" }, "governance"],
    ["live.json", { status: "pass" }, "live_end_to_end"],
    ["smoke.json", undefined, "fixed_decisions"],
  ])("tells that %s cannot be read, and judges the rest", async (name, content, gate) => {
    const cwd = sampleRepository({ [name]: content });
    expect(await verify(cwd)).toMatchObject({ code: 2 });
    const { results } = gateRun(cwd);
    const result = results.find(({ gate_id }: { gate_id: string }) => gate_id === gate);
    expect(result.violations[0]).toMatchObject({ code: "input_unreadable" });
    expect(results.some(({ status }: { status: string }) => status === "pass")).toBe(true);
    expect(result.violations[0].message).not.toContain(cwd);
  });

  it("leaves nothing of a fuller run behind", async () => {
    const cwd = sampleRepository();
    await verify(cwd);
    await call(["verify", "quick", "--now", NOW], cwd);
    expect(Object.keys(contents(join(cwd, ".rspp"))).join()).not.toMatch(/mvp|governance/);
    // The plan asks for both, so that a quick run is no ground for a release.
    const { code, stdout } = await release(cwd);
    expect(code).toBe(1);
    expect(stdout).toContain("slo_gates_mvp_report (missing), conformance_governance_report (missing)");
  });

  it("lets no release out on evidence of another version", async () => {
    const cwd = sampleRepository();
    await verify(cwd);
    const rollout = { ...contracts.rollout_config.example, pipeline_version: "pipeline-v2" };
    writeFileSync(join(cwd, "rollout.json"), JSON.stringify(rollout));
    expect(await release(cwd)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(
        'expected evidence of "pipeline-v2" but received that of "pipeline-v1"',
      ),
    });
  });

  it("lets no release out on a folder that was left half written", async () => {
    const cwd = sampleRepository();
    await verify(cwd);
    rmSync(join(cwd, ".rspp/slo-gates-report.json"));
    mkdirSync(join(cwd, ".rspp/slo-gates-report.json"));
    await expect(verify(cwd)).rejects.toThrow(UsageError);
    expect(await release(cwd)).toMatchObject({ code: 1 });
  });

  it("does not write over what is not its own", async () => {
    const cwd = sampleRepository({ "notes/summary.md": "mine" });
    await expect(verify(cwd, "--out", "notes")).rejects.toThrow(/with a summary\.md and no records/);
    expect(readFileSync(join(cwd, "notes/summary.md"), "utf8")).toBe("mine");
    const here = sampleRepository({ "reports/other.txt": "mine" });
    expect(await verify(here, "--out", "reports")).toMatchObject({ code: 0 });
    expect(readFileSync(join(here, "reports/other.txt"), "utf8")).toBe("mine");
  });

  it("finds the paths of a plan beside it, wherever it is called from", async () => {
    const cwd = sampleRepository();
    writeRepository(join(cwd, "nested"));
    rmSync(join(cwd, "turns.ndjson"));
    expect(await verify(cwd, "--plan", "nested/rspp.verify.yaml")).toMatchObject({ code: 0 });
  });

  it("names the commit, of the call or of the build", async () => {
    const cwd = sampleRepository();
    const sha = `${"0123456789abcdef".repeat(2)}01234567`;
    await verify(cwd, "--commit", sha);
    expect(gateRun(cwd).candidate_ref).toBe(`pipeline-v1@${sha}`);
    await call(["verify", "quick"], cwd, { env: { GITHUB_SHA: sha } });
    expect(gateRun(cwd).candidate_ref).toBe(`pipeline-v1@${sha}`);
    await expect(verify(cwd, "--commit", "main")).rejects.toThrow(UsageError);
  });

  it("reports in every format", async () => {
    const broken = { ...contracts.event_record.example, lane: "x" };
    const cwd = sampleRepository({ "events/event.json": broken });
    const report = async (format: string) => (await verify(cwd, "--format", format)).stdout;
    expect(await report("github")).toMatch(
      /^::error file=events\/event\.json,line=1,col=\d+,title=contracts%3A contract_broken::/,
    );
    const suite = parseStrictXml(await report("junit"));
    expect(JSON.stringify(suite)).toContain("contract_broken");
    const { verdict, artifacts } = JSON.parse(await report("json"));
    expect({ verdict, first: artifacts[0].file }).toEqual({
      verdict: "fail",
      first: "contracts-report.json",
    });
    const markdown = await report("markdown");
    expect(markdown).toContain("[Contracts report](contracts-report.json)");
    expect(markdown).toBe(readFileSync(join(cwd, ".rspp/summary.md"), "utf8"));
    const html = readFileSync(join(cwd, ".rspp/summary.html"), "utf8");
    expect(html).toContain('<a href="gate-run.json">');
  });

  it.each([
    [["verify"]],
    [["verify", "all"]],
    [["verify", "quick", "full"]],
    [["verify", "quick", "--plan", "none.yaml"]],
    [["verify", "quick", "--now", "today"]],
    [["verify", "quick", "--baseline", "main.ndjson"]],
  ] as const)("cannot use %j", async (argv) => {
    await expect(call(argv, sampleRepository())).rejects.toThrow(UsageError);
  });
});
