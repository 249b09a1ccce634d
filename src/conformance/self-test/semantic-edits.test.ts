/** The packs against bugs that they were not written for: edits of the source of the reference runtime. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { CheckFailure } from "../../contracts/conformance/conformance-report.ts";
import type { createReferenceRuntime } from "../../reference/reference-runtime.ts";
import { ALL_PACKS } from "../packs/all-packs.ts";
import { testCheck } from "../runner/test-check.ts";
import { referenceSubject } from "../subject/reference-subject.ts";
import type { Subject } from "../subject/subject.ts";
import { parseReplay } from "../suite/replay-request.ts";
import { SEMANTIC_EDITS, type SemanticEdit } from "./semantic-edits.test-data.ts";

const REFERENCE = fileURLToPath(new URL("../../reference", import.meta.url));
const isFull = process.env["RSPP_FULL"] === "1";
/** Every tenth edit in each run, all of them in a long one. */
const CHOSEN = SEMANTIC_EDITS.map((edit, index) => ({ edit, index })).filter(
  ({ index }) => isFull || index % 10 === 3,
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rspp-edits-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function edited({ file, find, replace }: SemanticEdit): Promise<string> {
  const text = await readFile(join(REFERENCE, file), "utf8");
  const places = text.split(find).length - 1;
  if (places !== 1)
    throw new Error(`${file}: expected ${JSON.stringify(find)} once but found it ${places} times`);
  return text.replace(find, () => replace);
}

/** The reference runtime with the edit, as a subject. */
async function subjectWith(edit: SemanticEdit, name: string): Promise<Subject> {
  const contents = await edited(edit);
  const outfile = join(folder, `${name}.mjs`);
  const { outputFiles } = await build({
    entryPoints: [join(REFERENCE, "reference-runtime.ts")],
    bundle: true,
    format: "esm",
    platform: "neutral",
    write: false,
    logLevel: "error",
    plugins: [
      {
        name: "edit",
        setup: ({ onLoad }) =>
          onLoad({ filter: new RegExp(`reference/${edit.file}$`) }, () => ({ contents, loader: "ts" })),
      },
    ],
  });
  await writeFile(outfile, outputFiles[0]!.contents);
  const module = (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as {
    createReferenceRuntime: typeof createReferenceRuntime;
  };
  return referenceSubject({ name, wrap: () => module.createReferenceRuntime() });
}

const checks = ALL_PACKS.flatMap((pack) => pack.checks).filter(({ profiles }) => profiles.includes("full"));

/** The first failure that the full profile finds. */
async function firstFailure(subject: Subject): Promise<CheckFailure | undefined> {
  const description = await subject.describe();
  if ("instant" in description) throw new Error(description.message);
  for (const check of checks) {
    const { failure } = await testCheck(check, {
      subject,
      description,
      options: { profile: "full" },
    });
    if (failure !== undefined) return failure;
  }
  return undefined;
}

test("every edit can still be made", async () => {
  expect(SEMANTIC_EDITS.length).toBeGreaterThanOrEqual(60);
  for (const edit of SEMANTIC_EDITS) await edited(edit);
});

describe(`${CHOSEN.length} of ${SEMANTIC_EDITS.length} edits`, () => {
  const found = new Map<number, CheckFailure>();
  const missed: string[] = [];

  test("are found, at least 98% of them, each with a replay line that reproduces it", {
    timeout: 900_000,
  }, async () => {
    for (const { edit, index } of CHOSEN) {
      const subject = await subjectWith(edit, `edit-${index}`);
      const failure = await firstFailure(subject);
      if (failure === undefined) {
        missed.push(`${index} ${edit.file}: ${edit.find.trim()}`);
        continue;
      }
      found.set(index, failure);
      const { check, seed, path } = parseReplay(failure.replay);
      const description = await subject.describe();
      const again = await testCheck(checks.find(({ id }) => id === check)!, {
        subject,
        description: description as Exclude<typeof description, { instant: number }>,
        options: { profile: "full", seed, ...(path !== undefined && { path }) },
      });
      expect(again.failure).toEqual(failure);
    }
    expect(found.size / CHOSEN.length, `missed:\n${missed.join("\n")}`).toBeGreaterThanOrEqual(0.98);
  });

  test("are shrunk to scripts of at most 8 stimuli, in the median", () => {
    const sizes = [...found.values()]
      .map(({ stimuli }) => stimuli.flat().length)
      .sort((one, other) => one - other);
    const median = sizes[Math.floor(sizes.length / 2)];
    if (isFull)
      console.log(
        `${found.size} of ${CHOSEN.length} edits found, median script ${median} stimuli, longest ${sizes.at(-1)}`,
      );
    expect(median).toBeLessThanOrEqual(8);
  });
});
