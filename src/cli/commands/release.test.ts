/** The command over a real store of evidence. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { contracts } from "../../contracts/catalog.ts";
import { createDiskEvidenceStore } from "../../evidence/store/disk-evidence-store.ts";
import { writeFiles } from "../drive.test-kit.ts";
import { parseOptions } from "../options/parse-options.ts";
import { UsageError } from "../usage-error.ts";
import { releaseCommand } from "./release.ts";

const at = "2026-02-16T22:00:00Z";
const REPORTS = {
  contracts_report: {
    ...contracts.contracts_report.example,
    passed: true,
    totals: { files: 1, valid: 1, invalid: 0 },
    files: [{ name: "a.json", kind: "event_record", valid: true, diagnostics: [] }],
  },
  replay_regression_report: contracts.replay_regression_report.example,
  slo_gates_report: { ...contracts.slo_gates_report.example, verdict: "pass", passed: true },
};

async function release(more: readonly string[] = [], change: (cwd: string) => void = () => {}, rollout = {}) {
  const cwd = writeFiles({ "rollout.json": { ...contracts.rollout_config.example, ...rollout } });
  const store = createDiskEvidenceStore(join(cwd, "evidence"));
  for (const [id, report] of Object.entries(REPORTS)) {
    const { schema_version } = report;
    const payload = JSON.stringify({ ...report, generated_at_utc: at });
    await store.put({ artifact_id: id, kind: id, schema_version, generated_at_utc: at, payload });
  }
  change(cwd);
  const out: string[] = [];
  const io = {
    stdin: (async function* (): AsyncGenerator<Uint8Array> {})(),
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: () => {} },
    env: {},
    cwd,
    isTTY: { stdin: false, stdout: false, stderr: false },
  };
  const argv = [
    "specs/voice.json",
    "rollout.json",
    "--evidence",
    "evidence",
    "--now",
    "2026-02-16T23:00:00Z",
    ...more,
  ];
  const code = await releaseCommand.run(parseOptions(argv, releaseCommand.options), io);
  const path = join(cwd, "release-manifest.json");
  return { code, stdout: out.join(""), manifest: existsSync(path) ? readFileSync(path, "utf8") : undefined };
}

describe("rspp-contracts release", () => {
  it("writes the manifest, the same bytes for the same time", async () => {
    const [first, second] = [await release(), await release()];
    expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Release rel-20260216230000-/) });
    expect(first.manifest).toBeDefined();
    expect(second.manifest).toBe(first.manifest);
  });

  it("writes nothing when a report was changed, and says how to go on", async () => {
    const change = (cwd: string) => {
      const path = join(cwd, "evidence/slo_gates_report.json");
      writeFileSync(path, readFileSync(path, "utf8").replace("22:00:00", "22:00:01"));
    };
    const { code, stdout, manifest } = await release([], change);
    expect({ code, manifest }).toEqual({ code: 1, manifest: undefined });
    expect(stdout).toMatch(
      /^No release\n[\s\S]*FAIL {2}slo_gates_report {2}corrupt, evidence\/slo_gates_report\.json\n[\s\S]*Write it again/,
    );
    expect((await release(["--format", "markdown"], change)).stdout).toContain("fail (corrupt)");
    expect(JSON.parse((await release(["--json"], change)).stdout)).toMatchObject({ released: false });
  });

  it("refuses what is too old", async () => {
    expect(await release(["--max-age", "59m"])).toMatchObject({ code: 1, manifest: undefined });
  });

  it.each([["latest"], ["^1.2"]])("cannot use a rollout of version %s", async (pipeline_version) => {
    await expect(release([], undefined, { pipeline_version })).rejects.toThrow(UsageError);
  });

  it.each([
    [["--max-age", "soon"]],
    [["--now", "2026-02-30T00:00:00Z"]],
    [["--policy", "none.json"]],
    [["extra"]],
  ])("cannot use %j", async (more) => {
    await expect(release(more)).rejects.toThrow(UsageError);
  });
});
