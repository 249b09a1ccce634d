import { describe, expect, it } from "vitest";

import { drive } from "./drive.test-kit.ts";
import { run } from "./run.ts";

describe("rspp-contracts", () => {
  it("prints help and version when asked, and help on standard error when no command is given", async () => {
    for (const argv of [["--help"], ["-h"], ["help"]]) {
      const { code, stdout } = await drive(argv);
      expect(code).toBe(0);
      expect(stdout).toMatch(/validate {2}.*\n {2}gates/);
    }
    expect(await drive(["--version"])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
    expect(await drive([])).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("Usage:") });
  });

  it("explains each command, its options and its exit codes in lines of at most 100 columns", async () => {
    for (const command of ["validate", "gates", "trace", "loopback"]) {
      const { stdout } = await drive([command, "--help"]);
      expect(await drive(["help", command])).toMatchObject({ code: 0, stdout });
      for (const word of ["Usage:", "--format", "Exit codes:", "70", "Examples:"])
        expect(stdout).toContain(word);
      for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    }
  });

  it("answers an unknown command with the nearest one", async () => {
    const { code, stdout, stderr } = await drive(["vlidate"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(
      'Cannot run "vlidate": expected one of validate, gates, trace, conformance, replay, verify, release, schemas, loopback, new but received an unknown command\nDid you mean validate?\n',
    );
  });

  it("reports a defect of its own as such, with the stack only when asked for", async () => {
    const broken = async (env: Record<string, string>) => {
      const err: string[] = [];
      const code = await run(["--help"], {
        stdin: (async function* () {})(),
        stdout: {
          write: () => {
            throw new Error("boom");
          },
        },
        stderr: { write: (text) => err.push(text) },
        env,
        cwd: "/",
        isTTY: { stdin: false, stdout: false, stderr: false },
      });
      return { code, text: err.join("") };
    };
    const quiet = await broken({});
    expect(quiet.code).toBe(70);
    expect(quiet.text).toMatch(/^Internal fault of rspp-contracts \S+: Error: boom\n.*report/);
    expect(quiet.text).not.toContain("run.test.ts");
    expect((await broken({ RSPP_DEBUG: "1" })).text).toContain("run.test.ts");
  });
});
