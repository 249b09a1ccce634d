import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";

import { makeFolder } from "./bundled-worker.test-kit.ts";
import { findWorkerFile } from "./find-worker-file.ts";

it("finds the worker beside the program and below a chunk, or says that there is none", () => {
  const folder = makeFolder();
  const [chunk, program] = ["chunk.js", "cli/main.js"].map((name) => pathToFileURL(join(folder, name)).href);
  expect(findWorkerFile(chunk)).toBeUndefined();
  mkdirSync(join(folder, "cli"));
  writeFileSync(join(folder, "cli/scan-worker.js"), "");
  const worker = pathToFileURL(join(folder, "cli/scan-worker.js"));
  expect(findWorkerFile(chunk)).toEqual(worker);
  expect(findWorkerFile(program)).toEqual(worker);
});
