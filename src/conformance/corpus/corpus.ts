/** The corpus: counterexamples that were found, so that later runs try them first. One line of NDJSON each. */
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import { canonicalJson } from "../../internal/canonical-json.ts";
import { describeValue } from "../../internal/describe-value.ts";

/** Version of the lines of a corpus file. */
export const CORPUS_VERSION = "rspp.conformance.corpus.v1";

/** One counterexample. */
export interface CorpusEntry {
  readonly schema_version: typeof CORPUS_VERSION;
  readonly check_id: string;
  readonly scenario_id?: string;
  /** Code of the failure that it showed. */
  readonly code: string;
  readonly seed: number;
  readonly path?: string;
  /** Values of the parameters of the scenario. */
  readonly values?: { readonly [name: string]: number };
  /** The script of a check without scenarios: the stimuli of each instant. */
  readonly instants?: readonly (readonly JsonObject[])[];
}

/** Where counterexamples are kept. */
export interface Corpus {
  entries(): readonly CorpusEntry[];
  add(entry: CorpusEntry): void;
}

/** What makes two entries the same counterexample. */
export const corpusKey = ({ check_id, scenario_id, values, instants }: CorpusEntry): string =>
  canonicalJson({
    check_id,
    ...(scenario_id && { scenario_id }),
    ...(values && { values }),
    ...(instants && { instants }),
  });

/** A corpus in memory; an entry that is there already is not added again. */
export function createCorpus(initial: readonly CorpusEntry[] = []): Corpus {
  const entries = new Map(initial.map((entry) => [corpusKey(entry), entry]));
  return {
    entries: () => [...entries.values()],
    add(entry) {
      const key = corpusKey(entry);
      if (!entries.has(key)) entries.set(key, entry);
    },
  };
}

/** The entries of a corpus file. A line that is none throws a SyntaxError that names it: nothing is lost silently. */
export function parseCorpus(text: string): readonly CorpusEntry[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => (line.trim() === "" ? [] : [parseEntry(line, index + 1)]));
}

function parseEntry(line: string, number: number): CorpusEntry {
  const failed = (received: string) =>
    new SyntaxError(
      `Cannot read line ${number} of the corpus: expected a JSON object with schema_version "${CORPUS_VERSION}", ` +
        `check_id, code, seed, and values or instants, but received ${received}; remove the line, or the file to begin anew`,
    );
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw failed("text that is not JSON");
  }
  if (!isEntry(value)) throw failed(describeValue(value));
  return value;
}

function isEntry(value: unknown): value is CorpusEntry {
  if (typeof value !== "object" || value === null) return false;
  const entry = value as Partial<Record<keyof CorpusEntry, unknown>>;
  const isStimulus = (one: unknown) => typeof (one as { kind?: unknown } | null)?.kind === "string";
  const isScript = (instants: unknown) =>
    Array.isArray(instants) && instants.every((one) => Array.isArray(one) && one.every(isStimulus));
  const isValues = (values: unknown) =>
    typeof values === "object" &&
    values !== null &&
    Object.values(values).every((one) => typeof one === "number");
  return (
    entry.schema_version === CORPUS_VERSION &&
    typeof entry.check_id === "string" &&
    typeof entry.code === "string" &&
    Number.isSafeInteger(entry.seed) &&
    (entry.scenario_id === undefined ? isScript(entry.instants) : isValues(entry.values))
  );
}

/** The text of a corpus file, in an order that does not depend on when the entries were found. */
export function corpusText(entries: readonly CorpusEntry[]): string {
  const sorted = entries.map((entry) => [corpusKey(entry), `${canonicalJson(entry)}\n`] as const);
  sorted.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return sorted.map(([, line]) => line).join("");
}
