/**
 * New projects as their owners get them: made by the packed package, with the packed package installed, and green.
 *
 * Everything that npm would download is linked from this repository.
 */
import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

import packageJson from "../../../package.json" with { type: "json" };

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
let work = "";
let home = "";

/** Runs a program outside of this test run; gives everything that it printed, and its exit code. */
async function call(program: string, args: readonly string[], cwd: string) {
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], NO_COLOR: "1" };
  const running = promisify(execFile)(program, args, { cwd, env });
  const { code = 0, stdout, stderr } = await running.catch((error) => error);
  return { code, text: `${stdout}${stderr}` };
}

const link = (name: string, modules: string) => {
  mkdirSync(join(modules, name, ".."), { recursive: true });
  symlinkSync(join(ROOT, "node_modules", name), join(modules, name), "dir");
};

beforeAll(async () => {
  if (!existsSync(join(ROOT, "dist")))
    throw new Error("Cannot test the packed package without dist: run npm run build first");
  work = mkdtempSync(join(tmpdir(), "rspp-new-node-"));
  home = join(work, "node_modules", "@rspp", "contracts");
  mkdirSync(home, { recursive: true });
  await call("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", work], ROOT);
  await call(
    "tar",
    ["-xzf", `rspp-contracts-${packageJson.version}.tgz`, "-C", home, "--strip-components=1"],
    work,
  );
  for (const name of Object.keys(packageJson.dependencies)) link(name, join(work, "node_modules"));
}, 60_000);

afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A project with what its package.json asks for; the package itself is found one folder up. */
async function project(name: string, options: readonly string[]): Promise<string> {
  const bin = join(home, packageJson.bin["rspp-contracts"]);
  const made = await call(process.execPath, [bin, "new", "node", name, ...options], work);
  expect(made).toMatchObject({ code: 0, text: expect.stringContaining("npm test") });
  const folder = join(work, name);
  const { devDependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  for (const dependency of Object.keys(devDependencies))
    if (dependency !== "@rspp/contracts") link(dependency, join(folder, "node_modules"));
  return folder;
}

test.each([
  ["typed", ["--runner", "vitest"]],
  ["plain", ["--runner", "vitest", "--language", "js"]],
])("a project for vitest is green as it was made: %s", async (name, options) => {
  const folder = await project(name, options);
  const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
  const { code, text } = await call(process.execPath, [vitest, "run"], folder);
  expect(text).toMatch(/Test Files {2}2 passed \(2\)/);
  expect(code).toBe(0);
  if (name !== "typed") return;
  const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  expect(await call(process.execPath, [tsc], folder)).toEqual({ code: 0, text: "" });
});

test("a project for node --test is green as it was made, and red when the node is broken", async () => {
  const folder = await project("bare", ["--runner", "node"]);
  const green = await call(process.execPath, ["--test", "--test-reporter=tap"], folder);
  expect(green.text).toMatch(/^# fail 0$/m);
  expect(Number(/^# pass (\d+)$/m.exec(green.text)?.[1])).toBeGreaterThan(20);
  expect(green.code).toBe(0);

  const file = join(folder, "src", "bare.js");
  const broken = readFileSync(file, "utf8").replace("throw new RefusedInput(", "throw new Error(");
  writeFileSync(file, broken);
  const red = await call(process.execPath, ["--test", "--test-reporter=tap"], folder);
  expect(red.text).toMatch(/^ *not ok \d+ - NODE-ROB-01/m);
  expect(red.code).toBe(1);
});
