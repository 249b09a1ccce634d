/** The corpus as a file: read when there is one, written when a counterexample was found. */
import { readFile, rename, writeFile } from "node:fs/promises";
import { resolve } from "node:path";

import { type Corpus, corpusText, createCorpus, parseCorpus } from "../../conformance/corpus/corpus.ts";
import { shownPath } from "../input/input-path.ts";
import { systemReason, UsageError } from "../usage-error.ts";

/** A corpus with its file. */
export interface CorpusFile extends Corpus {
  /** Writes what was added, if anything was. */
  save(): Promise<void>;
}

/** Opens the file; one that is not there is an empty corpus. */
export async function openCorpusFile(path: string, cwd: string): Promise<CorpusFile> {
  const file = resolve(cwd, path);
  const shown = shownPath(path, cwd);
  const before = await readFile(file, "utf8").catch((error: unknown) => {
    if ((error as { code?: unknown }).code === "ENOENT") return "";
    throw new UsageError(
      `Cannot read the corpus ${shown}: expected a file but received ${systemReason(error)}`,
    );
  });
  const corpus = createCorpus(parsed(before, shown));
  return {
    ...corpus,
    async save() {
      const text = corpusText(corpus.entries());
      if (corpus.entries().length === parsed(before, shown).length) return;
      try {
        await writeFile(`${file}.${process.pid}.tmp`, text);
        await rename(`${file}.${process.pid}.tmp`, file);
      } catch (error) {
        throw new UsageError(
          `Cannot write the corpus ${shown}: expected a writable file but received ${systemReason(error)}`,
          "Use --no-corpus to keep none",
        );
      }
    },
  };
}

function parsed(text: string, shown: string) {
  try {
    return parseCorpus(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${shown}: ${error.message}`);
    throw error;
  }
}
