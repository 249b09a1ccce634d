/**
 * Private words: what means something only to those who were there when it was written. A reader of the
 * package has no access to a tracker, a machine, a registry mirror or a conversation.
 */
import type { ProjectTree } from "../tree/project-tree.ts";

const PRIVATE_WORDS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["an issue number", /\b(?:issue|issues|bug|ticket|PR|pull request|fixes|closes|GH)[ -]?#?\d+\b/gi],
  ["an issue number", /(?<=[\s([])#\d{1,5}(?=[\s).,\]]|$)/gm],
  ["a working session", /\b(?:coding|chat|agent|work|working|helper|writing|my) session\b/gi],
  ["an assistant", /\b(?:Claude|ChatGPT|Copilot|as an AI|sub-?agent)\b/g],
  ["a machine path", /(?<![\w.<>*])\/(?:work|home|Users|root|tmp|private)\/[\w.-]+/g],
  ["a machine path", /\b[A-Z]:\\Users\\/g],
  ["a registry host", /\b(?:registry|npm|artifactory|nexus|verdaccio)\.[a-z0-9-]+\.[a-z]{2,}\b/gi],
  ["a registry host", /\b(?:artifactory|verdaccio|_authToken|localhost:4873)\b/gi],
];

/** Files whose sentences reach a reader. */
const READ_BY_OTHERS =
  /^(?:README\.md|CHANGELOG\.md|CONTRIBUTING\.md|tsup\.config\.ts|vitest\.config\.ts|package\.json|(?:docs|src|examples|scripts|bench|schemas|conformance|\.changeset)\/)/;

const TEXT = /\.(?:md|m?[jt]s|cjs|json|ya?ml|html|txt|ndjson)$/;

/** This rule has to name what it looks for. */
const OWN_FILES = /^src\/house-rules\/text\/private-words\./;

/** Private words, each with its place. */
export function findPrivateWords(tree: ProjectTree): string[] {
  const paths = tree.paths.filter(
    (path) => READ_BY_OTHERS.test(path) && TEXT.test(path) && !OWN_FILES.test(path),
  );
  return paths.flatMap((path) => {
    const text = tree.read(path);
    return PRIVATE_WORDS.flatMap(([what, pattern]) =>
      [...text.matchAll(pattern)].map((match) => {
        const line = text.slice(0, match.index).split("\n").length;
        return `${path}:${line}: mentions ${what}: ${match[0]}`;
      }),
    );
  });
}
