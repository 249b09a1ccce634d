/**
 * Whatever is done to any file of a verified folder, no release goes out on it, and the reason is told.
 *
 * The table of docs/verify.md is the list of what is done here.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { artifactStore } from "./evidence-folder.ts";
import {
  call,
  FILES,
  NOW,
  PLAN,
  release,
  scratchDirectory,
  turns,
  verify,
  writeRepository,
} from "./sample-repository.test-kit.ts";
import { VERIFIED_ARTIFACTS, type VerifiedArtifact, verifiedArtifact } from "./verified-artifacts.ts";

/** A folder that something is done to. */
interface Subject {
  /** The folder. */
  readonly root: string;
  /** The folder of a later run over other evidence. */
  readonly other: string;
  readonly artifact: VerifiedArtifact;
  /** Another artifact. */
  readonly next: VerifiedArtifact;
}

interface Tampering {
  readonly title: string;
  readonly reason: string;
  readonly or?: string;
  /** Artifacts that it cannot be done to. */
  readonly not?: readonly string[];
  act(subject: Subject): void | Promise<void>;
}

const file = ({ root, artifact }: Subject) => join(root, artifact.file);
const record = ({ root, artifact }: Subject) => join(root, "records", `${artifact.id}.json`);
const flip = (path: string, place: (length: number) => number) => {
  const bytes = readFileSync(path);
  const index = place(bytes.length);
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  writeFileSync(path, bytes);
};
const replaceBy = (path: string, make: () => void) => {
  rmSync(path);
  make();
};
/** Seals anew, as somebody would who has this package. */
const seal = async (
  { root, artifact }: Subject,
  change: { at?: string; version?: string; text?: string },
) => {
  const payload = change.text ?? readFileSync(join(root, artifact.file), "utf8");
  await artifactStore(root, artifact).put({
    artifact_id: artifact.id,
    kind: artifact.id,
    schema_version: change.version ?? artifact.schemaVersion,
    generated_at_utc: change.at ?? NOW,
    payload: change.at === undefined ? payload : payload.replaceAll(NOW, change.at),
  });
};
const SUMMARIES = ["summary_markdown", "summary_html"];
/** They have no version of their own. */
const UNVERSIONED = ["gate_run", ...SUMMARIES];

const TAMPERINGS: readonly Tampering[] = [
  { title: "A byte in the middle is flipped", reason: "corrupt", act: (s) => flip(file(s), (n) => n >> 1) },
  { title: "The first byte is flipped", reason: "corrupt", act: (s) => flip(file(s), () => 0) },
  { title: "The last byte is flipped", reason: "corrupt", act: (s) => flip(file(s), (n) => n - 1) },
  {
    title: "A digit is changed so that the file stays valid by its contract",
    reason: "corrupt",
    act(s) {
      const text = readFileSync(file(s), "utf8");
      writeFileSync(
        file(s),
        text.replace(/\d(?=[^\d]*$)/, (digit) => String((Number(digit) + 1) % 10)),
      );
    },
  },
  {
    title: "White space is added",
    reason: "corrupt",
    act: (s) => writeFileSync(file(s), `${readFileSync(file(s), "utf8")}\n`),
  },
  {
    title: "The end is cut off",
    reason: "truncated",
    act: (s) => writeFileSync(file(s), readFileSync(file(s)).subarray(0, -7)),
  },
  { title: "Nothing is left in it", reason: "truncated", act: (s) => writeFileSync(file(s), "") },
  {
    title: "Another artifact of the folder is copied over it",
    reason: "swapped",
    act: (s) => cpSync(join(s.root, s.next.file), file(s)),
  },
  {
    title: "It and another artifact change places, records and all",
    reason: "swapped",
    act(s) {
      for (const name of ["file", "record"] as const) {
        const [left, right] = [s, { ...s, artifact: s.next }].map(name === "file" ? file : record) as [
          string,
          string,
        ];
        renameSync(left, `${left}.x`);
        renameSync(right, left);
        renameSync(`${left}.x`, right);
      }
    },
  },
  {
    title: "It and its record are those of another run",
    reason: "swapped",
    act(s) {
      for (const path of [file(s), record(s)]) cpSync(path.replace(s.root, s.other), path);
    },
  },
  {
    title: "Its schema version is edited",
    reason: "corrupt",
    not: UNVERSIONED,
    act: (s) => writeFileSync(file(s), readFileSync(file(s), "utf8").replace(".v1", ".v2")),
  },
  {
    title: "It is sealed anew under another schema version",
    reason: "foreign",
    act: (s) => seal(s, { version: "rspp.other.v2" }),
  },
  {
    title: "It is older than a release may rest on, sealed anew",
    reason: "stale",
    act: (s) => seal(s, { at: "2026-02-15T22:59:59Z" }),
  },
  {
    title: "It is dated ahead, sealed anew",
    reason: "future_dated",
    act: (s) => seal(s, { at: "2026-02-16T23:05:01Z" }),
  },
  { title: "It is deleted", reason: "missing", act: (s) => rmSync(file(s)) },
  {
    title: "It and its record are deleted",
    reason: "missing",
    act(s) {
      rmSync(file(s));
      rmSync(record(s));
    },
  },
  {
    title: "It is replaced by a directory",
    reason: "unreadable",
    act: (s) => replaceBy(file(s), () => mkdirSync(file(s))),
  },
  {
    title: "It cannot be read",
    reason: "unreadable",
    // Permissions do not bind every user; a link to itself can be read by nobody.
    act: (s) => replaceBy(file(s), () => symlinkSync(s.artifact.file, file(s))),
  },
  { title: "A byte of its record is flipped", reason: "corrupt", act: (s) => flip(record(s), (n) => n >> 1) },
  {
    title: "The end of its record is cut off",
    reason: "truncated",
    act: (s) => writeFileSync(record(s), readFileSync(record(s)).subarray(0, -7)),
  },
  {
    title: "The record of another artifact is copied over its own",
    reason: "swapped",
    act: (s) => cpSync(record({ ...s, artifact: s.next }), record(s)),
  },
  {
    title: "The record of another run is copied over its own",
    // A payload that is shorter than its record says looks cut off.
    reason: "corrupt",
    or: "truncated",
    act: (s) => cpSync(record(s).replace(s.root, s.other), record(s)),
  },
  { title: "Its record is deleted", reason: "foreign", act: (s) => rmSync(record(s)) },
  {
    title: "Its record is replaced by a directory",
    reason: "unreadable",
    act: (s) => replaceBy(record(s), () => mkdirSync(record(s))),
  },
];

/** Another run, in which every report came out a little differently. */
const OTHER_RUN = {
  "turns.ndjson": turns(1),
  "events/second.json": FILES["events/event.json"],
  "recorded/farewell.json": FILES["recorded/greeting.json"],
  "replayed/farewell.json": FILES["replayed/greeting.json"],
  "security.json": { ...(FILES["security.json"] as object), scanned_files: 12 },
  "skew.json": { ...(FILES["skew.json"] as object), policy_id: "other" },
};

const home = scratchDirectory();
const [verified, other] = [join(home, "verified"), join(home, "other")];
let copies = 0;

beforeAll(async () => {
  writeRepository(verified);
  writeRepository(other, OTHER_RUN);
  for (const cwd of [verified, other])
    expect(await verify(cwd)).toMatchObject({ code: 0, stderr: "Wrote .rspp\n" });
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A copy of the verified repository. */
function copied(): string {
  copies += 1;
  const cwd = join(home, `copy-${copies}`);
  mkdirSync(cwd);
  for (const name of ["rollout.json", ".rspp"])
    cpSync(join(verified, name), join(cwd, name), { recursive: true });
  return cwd;
}

describe("a release on a verified folder", () => {
  it("goes out where nothing was done, and on the other run, too", async () => {
    for (const cwd of [copied(), other]) {
      expect(await release(cwd)).toMatchObject({ code: 0 });
      expect(existsSync(join(cwd, "release-manifest.json"))).toBe(true);
    }
  });

  it("does not go out under the name of another specification", async () => {
    const cwd = copied();
    const { code, stdout } = await call(
      ["release", "specs/other@1", "rollout.json", "--evidence", ".rspp", "--now", NOW],
      cwd,
    );
    expect(code).toBe(1);
    expect(stdout).toContain(
      'expected evidence of specification "specs/other@1" but received that of "specs/voice@1"',
    );
    expect(existsSync(join(cwd, "release-manifest.json"))).toBe(false);
  });

  const cases = TAMPERINGS.flatMap((tampering) =>
    VERIFIED_ARTIFACTS.flatMap((artifact, index) => {
      if (tampering.not?.includes(artifact.id) === true) return [];
      const next = VERIFIED_ARTIFACTS[(index + 1) % VERIFIED_ARTIFACTS.length] as VerifiedArtifact;
      return [{ tampering, artifact, next, title: `${tampering.title}: ${artifact.file}` }];
    }),
  );

  it.each(cases)("is refused: $title", async ({ tampering, artifact, next }) => {
    const cwd = copied();
    await tampering.act({ root: join(cwd, ".rspp"), other: join(other, ".rspp"), artifact, next });
    const { code, stdout } = await release(cwd, "--json");
    expect(code).toBe(1);
    expect(existsSync(join(cwd, "release-manifest.json"))).toBe(false);
    const { readiness, refusal } = JSON.parse(stdout);
    const checks = readiness.checks.filter((check: { status: string }) => check.status === "fail");
    const told = [...checks, refusal].map(({ reason }) => reason);
    expect(
      told.some((reason) => reason === tampering.reason || reason === tampering.or),
      told.join(),
    ).toBe(true);
    for (const { message, hint } of [...checks, refusal]) {
      expect(message).toMatch(/^Cannot .*: expected .* but received /);
      expect(hint).not.toBe("");
      expect(message).not.toContain(home);
    }
  });

  it("is refused for any bit of any file", { timeout: 60_000 }, async () => {
    const cwd = copied();
    const names = VERIFIED_ARTIFACTS.flatMap(({ id, file: name }) => [name, `records/${id}.json`]);
    const place = fc.tuple(fc.constantFrom(...names), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(7));
    const property = fc.asyncProperty(place, async ([name, at, bit]) => {
      const path = join(cwd, ".rspp", name);
      const bytes = readFileSync(path);
      const changed = Uint8Array.from(bytes);
      const index = Math.min(bytes.length - 1, Math.floor(at * bytes.length));
      changed[index] = (changed[index] ?? 0) ^ (1 << bit);
      writeFileSync(path, changed);
      const { code } = await release(cwd);
      writeFileSync(path, bytes);
      expect(code).toBe(1);
    });
    await fc.assert(property, { seed: 7, numRuns: 150 });
    expect(await release(cwd)).toMatchObject({ code: 0 });
  });

  it("is refused wherever a run over the folder died", async () => {
    for (const [done] of VERIFIED_ARTIFACTS.entries()) {
      const cwd = copied();
      const [before, after] = [join(cwd, ".rspp"), join(other, ".rspp")];
      const copy = (name: string) => cpSync(join(after, name), join(before, name));
      const records = VERIFIED_ARTIFACTS.map(({ id }) => `records/${id}.json`);
      for (const name of records) rmSync(join(before, name));
      for (const { file: name } of VERIFIED_ARTIFACTS.slice(0, done)) copy(name);
      expect(await release(cwd), `after ${done} reports`).toMatchObject({ code: 1 });
      for (const { file: name } of VERIFIED_ARTIFACTS) copy(name);
      for (const name of records.slice(0, done)) copy(name);
      expect(await release(cwd), `after ${done} records`).toMatchObject({ code: 1 });
    }
  });

  it("is refused when a report was added that the run did not judge", async () => {
    const cwd = join(home, "quick");
    const { security_baseline, readiness_policy, ...plan } = PLAN;
    writeRepository(cwd, { "rspp.verify.yaml": plan });
    expect(await call(["verify", "quick", "--now", NOW], cwd)).toMatchObject({ code: 0 });
    expect(await release(cwd)).toMatchObject({ code: 0 });
    for (const added of ["slo_gates_mvp_report", "security_baseline_report"] as const) {
      const { file: name } = verifiedArtifact(added);
      const paths = [name, `records/${added}.json`].map((path) => join(".rspp", path));
      for (const path of paths) cpSync(join(verified, path), join(cwd, path));
      const { code, stdout } = await release(cwd, "--json");
      expect({ code, reason: JSON.parse(stdout).refusal.reason }).toEqual({ code: 1, reason: "swapped" });
      for (const path of paths) rmSync(join(cwd, path));
    }
  });

  it("is refused when the whole folder or all records are gone", async () => {
    for (const lost of [".rspp", ".rspp/records"]) {
      const cwd = copied();
      rmSync(join(cwd, lost), { recursive: true });
      expect(await release(cwd, "--json")).toMatchObject({
        code: 1,
        stdout: expect.stringContaining('"missing"'),
      });
    }
  });

  it("is refused a day later, and a little too early", async () => {
    const cwd = copied();
    for (const [now, reason] of [
      ["2026-02-17T23:00:01Z", "stale"],
      ["2026-02-16T22:54:59Z", "future_dated"],
    ] as const) {
      const { code, stdout } = await release(cwd, "--json", "--now", now);
      expect({ code, reason: JSON.parse(stdout).refusal.reason }).toEqual({ code: 1, reason });
    }
  });

  it("is as docs/verify.md says", () => {
    const rows = TAMPERINGS.map(({ title, reason, or }) => {
      const reasons = [reason, ...(or === undefined ? [] : [or])].map((one) => `\`${one}\``);
      return `| ${title} | ${reasons.join(" or ")} |`;
    });
    const table = ["| What was done to a file | Reason |", "| --- | --- |", ...rows].join("\n");
    const page = fileURLToPath(new URL("../../../docs/verify.md", import.meta.url));
    expect(readFileSync(page, "utf8")).toContain(table);
  });
});
