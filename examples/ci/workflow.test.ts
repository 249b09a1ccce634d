/**
 * The workflow that other repositories copy: every step of it that runs a command is run, in a shell, against the sample
 * repository. Steps that use an action are only held against the list of those that are known.
 */
import { execFile } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = join(HERE, "../..");
const SAMPLE = join(HERE, "sample");

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly if: string; readonly steps: readonly Step[] }>>;
}
interface StepEnd {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const workflow: Workflow = parse(readFileSync(join(SAMPLE, ".github/workflows/gates.yml"), "utf8"));
const home = mkdtempSync(join(tmpdir(), "rspp-ci-"));
const bin = join(home, "bin");
const artifacts = join(home, "artifacts");

/** Stands for what a runner has of the network: the registry, and the artifacts of earlier runs. */
const STUBS = {
  npm: `if [ "$1" = ci ]; then
  mkdir -p node_modules/@rspp node_modules/.bin
  ln -s "${ROOT}" node_modules/@rspp/contracts
  ln -s ../@rspp/contracts/dist/cli/main.js node_modules/.bin/rspp-contracts
else
  [ "$1 $2" = "run test:pipeline" ] || exit 64
  exec node pipeline/run.mjs
fi`,
  npx: `[ "$1" = @rspp/contracts ] || exit 64
shift
exec node node_modules/.bin/rspp-contracts "$@"`,
  gh: `case "$1 $2" in
"run list") echo 7 ;;
"run download") [ "$3" = 7 ] && cp -r "${artifacts}/$5" "$7" ;;
*) exit 64 ;;
esac`,
};

beforeAll(() => {
  if (!existsSync(join(ROOT, "dist"))) {
    throw new Error("Cannot run the workflow without dist: run npm run build first");
  }
  for (const folder of [bin, artifacts]) mkdirSync(folder);
  for (const [name, script] of Object.entries(STUBS)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs a command as the runner of GitHub does. */
function shell(
  script: string,
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<StepEnd> {
  return new Promise((resolve) => {
    const options = { cwd, env: { PATH: `${bin}:${process.env["PATH"] ?? ""}`, ...env } };
    execFile("bash", ["--noprofile", "--norc", "-e", "-c", script], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** What is left of a job. */
interface JobEnd {
  readonly cwd: string;
  readonly failed: string | undefined;
  readonly steps: Readonly<Record<string, StepEnd>>;
  readonly summary: string;
}

let jobs = 0;

/** Runs the commands of a job in a fresh checkout; after a failure only those that always run. */
async function runJob(name: string, env: Readonly<Record<string, string>> = {}): Promise<JobEnd> {
  jobs += 1;
  const cwd = join(home, `checkout-${jobs}`);
  cpSync(SAMPLE, cwd, { recursive: true });
  const summaryFile = join(home, `summary-${jobs}.md`);
  const runner = {
    CI: "true",
    GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
    GITHUB_STEP_SUMMARY: summaryFile,
    GH_TOKEN: "none",
    ...env,
  };
  const steps: Record<string, StepEnd> = {};
  let failed: string | undefined;
  for (const step of workflow.jobs[name]?.steps ?? []) {
    if (step.run === undefined || step.name === undefined) continue;
    if (failed !== undefined && step.if !== "always()") continue;
    const end = await shell(step.run, { cwd, env: runner });
    steps[step.name] = end;
    if (end.code !== 0) failed ??= step.name;
  }
  const summary = existsSync(summaryFile) ? readFileSync(summaryFile, "utf8") : "";
  return { cwd, failed, steps, summary };
}

const page = () => readFileSync(join(ROOT, "docs/ci.md"), "utf8");

describe("the workflow", () => {
  beforeAll(async () => {
    const { cwd, failed, steps } = await runJob("main");
    expect({ failed, steps }).toMatchObject({ failed: undefined, steps: { Verify: { code: 0 } } });
    cpSync(join(cwd, "evidence"), join(artifacts, "main-evidence"), { recursive: true });
  });

  it("lets a pull request pass that is as fast as main", async () => {
    const { failed, steps, summary } = await runJob("pull-request", { PIPELINE_SEED: "7" });
    expect({ failed, steps }).toMatchObject({ failed: undefined });
    expect(steps["Verify"]?.stdout).not.toContain("::error");
    expect(summary).toMatch(/^## ✓ Verify full: passed\n/);
    expect(page()).toContain(steps["Verify"]?.stdout);
  });

  it("fails a pull request that is slower than main, and says what and how much", async () => {
    const slower = { PIPELINE_SEED: "7", PIPELINE_SLOWER_MS: "120" };
    const { failed, steps, summary } = await runJob("pull-request", slower);
    expect(failed).toBe("Verify");
    expect(steps["Verify"]).toMatchObject({ code: 1, stderr: "Wrote .rspp\n" });
    expect(steps["Verify"]?.stdout).toMatch(/^::error title=regression%3A first_output_p50_worse::/m);
    expect(summary).toContain("first_output_p95_worse");
    expect(page()).toContain(steps["Verify"]?.stdout);
  });

  it("fails a pull request whose replay acts under an epoch that is over", async () => {
    const { failed, steps } = await runJob("pull-request", { PIPELINE_WRONG_EPOCH: "1" });
    expect(failed).toBe("Verify");
    expect(steps["Verify"]?.stdout).toContain("AUTHORITY_DIVERGENCE");
  });

  it("writes the manifest of a release", async () => {
    const { cwd, failed, steps, summary } = await runJob("release", { PIPELINE_SEED: "7" });
    expect({ failed, steps }).toMatchObject({ failed: undefined });
    expect(summary).toMatch(/Release rel-\d{14}-[0-9a-f]{10} may go out/);
    const manifest = JSON.parse(readFileSync(join(cwd, "release-manifest.json"), "utf8"));
    expect(Object.keys(manifest.source_artifacts)).toContain("gate_run");
  });

  it("writes none for a run that fails", async () => {
    const { cwd, failed } = await runJob("release", { PIPELINE_SLOWER_MS: "800" });
    expect(failed).toBe("Verify");
    expect(existsSync(join(cwd, "release-manifest.json"))).toBe(false);
  });

  it("has a snippet for GitLab that parses, with the same commands", () => {
    const [, snippet = ""] = /## GitLab\n\n```yaml\n([\s\S]*?)```/.exec(page()) ?? [];
    const pipeline = parse(snippet);
    expect(pipeline.main.script).toBe("npx @rspp/contracts verify quick");
    expect(pipeline["merge-request"].script[2]).toMatch(/^npx @rspp\/contracts verify full --baseline /);
    expect(pipeline["merge-request"].artifacts.reports.junit).toBe("gates.junit.xml");
  });

  it("uses only actions that are known, and keeps the hidden directory", () => {
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    const used = new Set(steps.flatMap(({ uses }) => uses ?? []));
    expect([...used].sort()).toEqual([
      "actions/checkout@v4",
      "actions/setup-node@v4",
      "actions/upload-artifact@v4",
    ]);
    expect(steps.filter(({ run, name }) => run !== undefined && name === undefined)).toEqual([]);
    const uploads = steps.filter(({ uses }) => uses === "actions/upload-artifact@v4");
    for (const upload of uploads as (Step & { with: { path: string; "include-hidden-files"?: boolean } })[]) {
      expect(upload.with["include-hidden-files"] === true).toBe(upload.with.path.includes(".rspp"));
    }
  });
});
