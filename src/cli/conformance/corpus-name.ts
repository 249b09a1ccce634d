/** The name of the corpus file. */

/** Where counterexamples are kept unless told. */
export const CORPUS_FILE = ".rspp-corpus.jsonl";
