/** The options of a replay line, such as `--check CF-003 --seed 1 --path late-output@0:1`. */
import { quote } from "../../internal/quote.ts";

/** What a replay line asks for. */
export interface ReplayRequest {
  readonly check: string;
  readonly seed: number;
  readonly path?: string;
}

/** Reads a replay line. Throws a SyntaxError for one that cannot be read. */
export function parseReplay(line: string): ReplayRequest {
  const words = line.trim().split(/\s+/);
  const options = new Map<string, string>();
  for (let at = 0; at < words.length; at += 2) options.set(words[at] ?? "", words[at + 1] ?? "");
  const [check, seed, path] = ["--check", "--seed", "--path"].map((name) => options.get(name));
  const isWhole = check !== undefined && check !== "" && /^\d+$/.test(seed ?? "") && path !== "";
  const others = [...options.keys()].filter((name) => !["--check", "--seed", "--path"].includes(name));
  if (isWhole && others.length === 0)
    return { check, seed: Number(seed), ...(path !== undefined && { path }) };
  throw new SyntaxError(
    `Cannot read the replay line: expected "--check ID --seed S --path P" as a failure prints it but received ${quote(line)}`,
  );
}

/** Environment variable that runs one failure again instead of the suite. */
const REPLAY_VARIABLE = "RSPP_CONFORMANCE";

/** The line as the value of the variable, for whoever ran the tests in a runner. */
export const asReplayVariable = (line: string): string =>
  `${REPLAY_VARIABLE}="${line}" (and the command that ran the tests)`;

/** The options, or those of the one failure that the environment asks for. */
export function replayed<Options extends object>(
  options: Options,
):
  | Options
  | (Options & { readonly checks: readonly string[]; readonly seed: number; readonly path?: string }) {
  const { process } = globalThis as { process?: { env?: { readonly [name: string]: string | undefined } } };
  const line = process?.env?.[REPLAY_VARIABLE];
  if (line === undefined || line === "") return options;
  const { check, seed, path } = parseReplay(line);
  return { ...options, checks: [check], seed, ...(path !== undefined && { path }) };
}
