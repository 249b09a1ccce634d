/** The test of the kit itself, as text. */
import type { SelfTestReport } from "../../conformance/self-test/self-test.ts";
import { alignColumns } from "../../internal/report-text/align-columns.ts";
import type { Palette } from "../../internal/report-text/palette.ts";

/** One line a broken runtime, then one a removed hook, then the verdict. */
export function selfTestText(
  { mutants, hooks, idle_checks, passed }: SelfTestReport,
  palette: Palette,
): string {
  const word = (isGood: boolean, [good, bad]: readonly [string, string]) => ({
    text: isGood ? good : bad,
    style: isGood ? palette.pass : palette.fail,
  });
  const killed = mutants.map(({ id, check_id, about, killed: isKilled, expected, received }) => [
    word(isKilled, ["killed", "ALIVE"]),
    { text: check_id },
    { text: id, style: palette.strong },
    { text: isKilled ? about : `expected ${expected} but received ${received}`, style: palette.dim },
  ]);
  const removed = hooks.map(({ id, red }) => [
    word(red.length > 0, ["red", "GREEN"]),
    { text: "" },
    { text: `without ${id}`, style: palette.strong },
    { text: red[0] ?? "every check passed", style: palette.dim },
  ]);
  const dead = mutants.filter((mutant) => mutant.killed).length;
  const noticed = hooks.filter(({ red }) => red.length > 0).length;
  const idle = idle_checks.length === 0 ? "none" : idle_checks.join(", ");
  const summary = [
    `Broken runtimes killed for the stated reason: ${dead} of ${mutants.length}`,
    `Removed hooks that turn the run red: ${noticed} of ${hooks.length}`,
    `Checks that no broken runtime needs: ${idle}`,
  ];
  const verdict = passed ? palette.pass("PASSED") : palette.fail("FAILED");
  return `${[...alignColumns([...killed, ...removed]), "", ...summary, verdict].join("\n")}\n`;
}
