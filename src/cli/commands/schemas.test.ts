import { describe, expect, it } from "vitest";

import { parseStrictXml } from "../../internal/report-text/strict-xml.test-kit.ts";
import { schemaFiles } from "../../json-schema/manifest.ts";
import type { CliIo } from "../cli-io.ts";
import { writeFiles } from "../drive.test-kit.ts";
import { parseOptions } from "../options/parse-options.ts";
import { schemasCommand } from "./schemas.ts";

/** Runs the command by itself; usage errors come out as they are thrown. */
async function schemas(args: readonly string[], files: Readonly<Record<string, unknown>> = {}) {
  const out: string[] = [];
  const sink = { write: (text: string) => out.push(text) };
  const cwd = writeFiles(files);
  const isTTY = { stdin: false, stdout: false, stderr: false };
  const io: CliIo = { stdin: (async function* () {})(), stdout: sink, stderr: sink, env: {}, cwd, isTTY };
  const code = await schemasCommand.run(parseOptions(args, schemasCommand.options), io);
  return { code, stdout: out.join(""), io };
}

const old = {
  type: "object",
  properties: { a: { type: "string", minLength: 1 } },
  additionalProperties: false,
};
const wider = { ...old, properties: { ...old.properties, b: { type: "integer" } } };
const narrower = { ...old, properties: { a: { type: "string", minLength: 2 } } };
const files = { "old.json": old, "wider.json": wider, "narrower.json": narrower };

describe("rspp-contracts schemas", () => {
  it("emits what it then finds to be without drift, and tells every file that differs", async () => {
    const published = Object.fromEntries(schemaFiles().map(({ path, text }) => [`s/${path}`, text]));
    expect(await schemas(["check", "s"], published)).toMatchObject({ code: 0 });
    const [name = ""] = Object.keys(published);
    const { [name]: gone, ...rest } = published;
    const edited = { ...rest, "s/extra.json": "{}", "s/manifest.json": "{}" };
    const { code, stdout } = await schemas(["check", "s"], edited);
    expect(code).toBe(1);
    expect(gone).toBeDefined();
    expect(stdout).toContain("The file is missing");
    expect(stdout).toContain("The package has no such file");
    expect(stdout).toContain("The file differs");
    expect(stdout).toMatch(/DRIFT {2}3 changes/);
  });

  it("emits every file", async () => {
    const { code, stdout, io } = await schemas(["emit", "out"]);
    expect([code, stdout]).toEqual([0, `Wrote ${schemaFiles().length} files to out\n`]);
    const lines: string[] = [];
    const checked = { ...io, stdout: { write: (text: string) => lines.push(text) } };
    expect(await schemasCommand.run(parseOptions(["check", "out"], schemasCommand.options), checked)).toBe(0);
    expect(lines.join("")).toMatch(/^UNCHANGED {2}No change/);
  });

  it("passes an additive change and fails a breaking one, with the place", async () => {
    const additive = await schemas(["diff", "old.json", "wider.json"], files);
    expect(additive).toMatchObject({ code: 0 });
    expect(additive.stdout).toContain("compatible_for_consumers  /properties/b");
    const breaking = await schemas(["diff", "old.json", "narrower.json"], files);
    expect(breaking).toMatchObject({ code: 1 });
    expect(breaking.stdout).toContain(
      "breaking (compatible_for_producers)  /properties/a/minLength  minLength was 1 and is 2",
    );
    expect(await schemas(["diff", "old.json", "old.json"], files)).toMatchObject({ code: 0 });
  });

  it("compares directories: a new schema is additive, a missing one breaking", async () => {
    const two = { "a/x.json": old, "b/x.json": old, "b/y.json": old };
    expect(await schemas(["diff", "a", "b"], { ...two, "a/z.json": old, "b/z.json": old })).toMatchObject({
      code: 0,
    });
    const { code, stdout } = await schemas(["diff", "b", "a"], two);
    expect(code).toBe(1);
    expect(stdout).toContain("The schema is gone");
  });

  it("follows references between files", async () => {
    const user = { $id: "https://e.org/u.json", $ref: "n.json" };
    const narrow = (minLength: number) => ({ $id: "https://e.org/n.json", type: "string", minLength });
    const set = { "a/u.json": user, "a/n.json": narrow(1), "b/u.json": user, "b/n.json": narrow(2) };
    const { stdout } = await schemas(["diff", "a", "b", "--json"], set);
    expect(JSON.parse(stdout).changes.map(({ file }: { file: string }) => file)).toEqual([
      "n.json",
      "u.json",
    ]);
  });

  it("reports as JSON, Markdown, JUnit and annotations", async () => {
    const as = async (format: string) =>
      (await schemas(["diff", "old.json", "narrower.json", "--format", format], files)).stdout;
    expect(JSON.parse(await as("json"))).toMatchObject({ verdict: "breaking", passed: false, files: 1 });
    expect(await as("markdown")).toMatch(/^## ✗ Schemas: breaking$/m);
    expect(parseStrictXml(await as("junit")).attributes).toMatchObject({ tests: "2", failures: "1" });
    expect(await as("github")).toMatch(/^::error file=narrower\.json,title=Schema change/m);
  });

  it.each([
    [[], "expected emit, check or diff but received nothing"],
    [["drop"], 'received "drop"'],
    [["diff", "old.json"], "expected 2 files or directories but received 1"],
    [["check", "none"], "none"],
    [["diff", "old.json", "bad.json"], "expected a JSON Schema"],
  ])("refuses the arguments %j", async (args, message) => {
    await expect(schemas(args, { ...files, "bad.json": "{" })).rejects.toThrow(message);
  });
});
