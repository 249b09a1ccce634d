import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

import packageJson from "../../../package.json" with { type: "json" };
import { drive, writeFiles } from "../drive.test-kit.ts";
import { run } from "../run.ts";

const read = (cwd: string, path: string) => readFileSync(join(cwd, path), "utf8");
const files = (cwd: string, folder: string) =>
  readdirSync(join(cwd, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(cwd, folder).length + 1))
    .sort();

/** Runs the command in a directory that is there already. */
async function within(cwd: string, argv: readonly string[]) {
  const err: string[] = [];
  const code = await run(["new", "node", ...argv], {
    stdin: (async function* () {})(),
    stdout: { write: () => true },
    stderr: { write: (text) => err.push(text) },
    env: {},
    cwd,
    isTTY: { stdin: false, stdout: false, stderr: false },
  });
  return { code, stderr: err.join("") };
}

describe("rspp-contracts new node", () => {
  it("writes a project and says how to go on", async () => {
    const { code, stdout, stderr, cwd } = await drive(["new", "node", "my-vad"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`Wrote my-vad, a voice activity detector to start from

  my-vad/src/my-vad.ts
  my-vad/test/my-vad.test.ts
  my-vad/test/my-vad.conformance.test.ts
  my-vad/README.md
  my-vad/package.json
  my-vad/tsconfig.json
  my-vad/.gitignore

Next:

  cd my-vad
  npm install
  npm test

Then change my-vad/src/my-vad.ts: its first lines say where to begin
`);
    const told = [...stdout.matchAll(/^ {2}my-vad\/(.*)$/gm)].map(([, path]) => path).sort();
    expect(files(cwd, "my-vad")).toEqual(told);
  });

  it.each([
    [[], "vitest", "ts"],
    [["--runner", "vitest", "--language", "js"], "vitest", "js"],
    [["--runner", "node"], "node", "js"],
    [["--runner", "node", "--language", "ts"], "node", "ts"],
    [["--runner", "jest"], "jest", "js"],
  ])("%j is a project for %s in %s that is put together right", async (argv, runner, language) => {
    const { cwd, code } = await drive(["new", "node", "@acme/my-vad", ...argv]);
    expect(code).toBe(0);
    const manifest = JSON.parse(read(cwd, "my-vad/package.json"));
    expect(manifest).toMatchObject({ name: "@acme/my-vad", type: "module", private: true });
    expect(manifest.exports).toBe(`./src/my-vad.${language}`);
    const { devDependencies } = manifest;
    expect(devDependencies["@rspp/contracts"]).toBe(`^${packageJson.version}`);
    expect("vitest" in devDependencies).toBe(runner === "vitest");
    expect("jest" in devDependencies).toBe(runner === "jest");
    expect("typescript" in devDependencies).toBe(language === "ts");
    expect(Object.keys(devDependencies)).toEqual(Object.keys(devDependencies).sort());
    for (const path of files(cwd, "my-vad")) {
      const text = read(cwd, join("my-vad", path));
      expect(text, path).not.toMatch(/undefined|\[object|\$\{/);
      expect(text.endsWith("\n") && !text.endsWith("\n\n"), path).toBe(true);
      for (const line of text.split("\n")) expect(line.length, `${path}: ${line}`).toBeLessThanOrEqual(120);
      if (!/\.[jt]s$/.test(path)) continue;
      const options = { fileName: path, reportDiagnostics: true };
      expect(ts.transpileModule(text, options).diagnostics, path).toEqual([]);
      for (const [, target = ""] of text.matchAll(/from "(\.[^"]+)"/g))
        expect(existsSync(join(cwd, "my-vad/test", target)), target).toBe(true);
    }
  });

  it("writes no types into JavaScript", async () => {
    const { cwd } = await drive(["new", "node", "my-vad", "--language", "js"]);
    for (const path of files(cwd, "my-vad").filter((file) => file.endsWith(".js"))) {
      const text = read(cwd, join("my-vad", path));
      const plain = ts.transpileModule(text, {
        compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
        fileName: "file.ts",
      }).outputText;
      const squeezed = (code: string) => code.replaceAll(/\s+/g, "");
      expect(squeezed(plain), path).toBe(squeezed(text));
    }
  });

  it("never writes over what is there, and says what that is", async () => {
    const cwd = writeFiles({ "my-vad/notes.txt": "mine", "my-vad/package.json": "{}", file: "x" });
    const refused = await within(cwd, ["my-vad"]);
    expect(refused).toEqual({
      code: 2,
      stderr:
        'Cannot write my-vad: expected an empty folder, or none, but received "notes.txt", "package.json"\n' +
        "Nothing was written. Choose another name, or move what is there\n",
    });
    expect(files(cwd, "my-vad")).toEqual(["notes.txt", "package.json"]);
    expect((await within(cwd, ["file"])).stderr).toContain("received a file of that name");
    symlinkSync(mkdtempSync(join(tmpdir(), "rspp-cli-")), join(cwd, "link"));
    expect((await within(cwd, ["link"])).stderr).toContain("received a symbolic link");
    const many = writeFiles(Object.fromEntries(Array.from("abcdefghij", (name) => [`full/${name}`, name])));
    expect((await within(many, ["full"])).stderr).toContain('"h" and 2 more');
  });

  it("fills an empty folder, and one that only git has touched", async () => {
    const cwd = writeFiles({ "begun/.git/HEAD": "ref" });
    mkdirSync(join(cwd, "empty"));
    for (const name of ["begun", "empty"]) {
      expect(await within(cwd, [name])).toEqual({ code: 0, stderr: "" });
      expect(existsSync(join(cwd, name, "package.json"))).toBe(true);
    }
  });

  it.each([
    [[], "Cannot make something new: expected node and a name but received nothing"],
    [["nod", "x"], "Did you mean node?"],
    [["runtime", "x"], 'Cannot make a new "runtime": expected node but received "runtime"'],
    [["node"], "Cannot make a new node: expected a name but received nothing"],
    [["node", "a", "b"], 'Cannot use "b": expected one name but received more'],
    [["node", "My Vad"], "Did you mean my-vad?"],
    [["node", "a", "--runner", "vitst"], "Did you mean vitest?"],
    [["node", "a", "--runner", "jest", "--language", "ts"], "Leave --language out, or use --runner vitest"],
    [["node", "a", "--force"], 'Cannot use "--force": expected a known option'],
  ])("refuses the arguments %j and writes nothing", async (argv, message) => {
    const { code, stdout, stderr, cwd } = await drive(["new", ...argv]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("explains itself in lines of at most 100 columns", async () => {
    const { stdout } = await drive(["new", "--help"]);
    for (const word of ["Usage: rspp-contracts new node <name>", "--runner", "--language", "Exit codes:"])
      expect(stdout).toContain(word);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });
});
