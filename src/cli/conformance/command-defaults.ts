/** What the help of the command names; apart, so that help loads no packs. */

/** Where counterexamples are kept unless told. */
export const CORPUS_FILE = ".rspp-corpus.jsonl";

/** Formats of the report. */
export const CONFORMANCE_FORMATS = ["text", "json", "junit", "markdown"] as const;
