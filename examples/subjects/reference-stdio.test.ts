import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import { spawnSubject } from "../../src/conformance/subject/spawn-subject.ts";
import { SUBJECT_CAPABILITIES } from "../../src/contracts/conformance/capability.ts";

const pathTo = (path: string) => fileURLToPath(new URL(path, import.meta.url));

test("the reference runtime is a subject over stdio, by the public entry alone", async ({ skip }) => {
  const entry = pathTo("../../dist/v1/conformance.d.ts");
  skip(
    !existsSync(entry) || !readFileSync(entry, "utf8").includes("serveSubject"),
    "run `npm run build` first",
  );
  const subject = spawnSubject({ command: process.execPath, args: [pathTo("reference-stdio.mjs")] });
  expect(await subject.describe()).toEqual({
    name: "reference-stdio",
    version: "1.0.0",
    language: "javascript",
    capabilities: SUBJECT_CAPABILITIES,
  });
  const { outcomes, fault } = await subject.run({
    seed: 1,
    instants: [[{ kind: "judge", contract: "event", artifact: {} }], [{ kind: "advance", ms: 5 }]],
  });
  await subject.close();
  expect(fault).toBeUndefined();
  expect(outcomes).toMatchObject([{ events: [], verdict: { accepted: false } }, { events: [] }]);
});
