/** Pages of the documentation as tests see them: fenced blocks, marked tables, links, and snippets that are run. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build, type Plugin } from "esbuild";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A snippet of a page, with the block of output that follows on it, if one does. */
export interface Snippet {
  readonly code: string;
  /** What the page says that it prints. */
  readonly output?: string;
}

/** The snippets of a language, in order. */
export function snippetsOf(page: string, language: string): Snippet[] {
  const pattern = new RegExp(
    `^\`\`\`${language}\n([^]*?)^\`\`\`\n(?:\n\`\`\`output\n([^]*?)^\`\`\`\n)?`,
    "gm",
  );
  return [...page.matchAll(pattern)].map(([, code = "", output]) => ({
    code,
    ...(output !== undefined && { output }),
  }));
}

/** The page with what its snippets printed; undefined leaves a block as it is. */
export function withOutputs(page: string, outputs: readonly string[]): string {
  let at = 0;
  return page.replaceAll(/^```output\n[\s\S]*?^```$/gm, (block) => {
    const output = outputs[at++];
    return output === undefined ? block : `\`\`\`output\n${output.trimEnd()}\n\`\`\``;
  });
}

const marked = (mark: string) => new RegExp(`(<!-- ${mark} -->\n)([^]*?)(<!-- /${mark} -->)`);

/** The cells of the table between two marks, without its head. */
export function rowsOf(page: string, mark: string): string[][] {
  const table = marked(mark).exec(page)?.[2] ?? "";
  const lines = table.trim().split("\n").slice(2);
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split(" | ")
      .map((cell) => cell.trim()),
  );
}

/** The page with other rows in the table between two marks. */
export function withRows(page: string, { mark, rows }: { readonly mark: string; readonly rows: string[][] }) {
  const lines = rows.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
  return page.replace(marked(mark), (_, open: string, table: string, close: string) => {
    const head = table.split("\n").slice(0, 2).join("\n");
    return `${open}${head}\n${lines}${close}`;
  });
}

/** The calls of the command in the shell blocks of a page, as lists of arguments. */
export function callsOf(page: string, program: string): string[][] {
  const lines = snippetsOf(page, "sh").flatMap(({ code }) => code.replaceAll("\\\n", " ").split("\n"));
  return lines.flatMap((line) => {
    const [call = ""] = line.split(/ # | #$/);
    if (!call.startsWith(`${program} `)) return [];
    const words = call.slice(program.length).match(/"[^"]*"|\S+/g) ?? [];
    return [words.map((word) => word.replaceAll('"', ""))];
  });
}

/** The targets of the links of a page. */
export const linksOf = (page: string): string[] =>
  [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);

/** The anchors that the headings of a page have. */
export const anchorsOf = (page: string): string[] =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );

/** The package as it stands in the sources; `modules` are texts of modules that take the place of others. */
const sources = (modules: Readonly<Record<string, string>>): Plugin => ({
  name: "sources",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^@rspp\/contracts\/v1/ }, ({ path }) => ({
      path: join(ROOT, "src/v1", `${path.slice("@rspp/contracts/v1/".length) || "index"}.ts`),
    }));
    onResolve({ filter: /./ }, ({ path }) => (path in modules ? { path, namespace: "given" } : undefined));
    onLoad({ filter: /./, namespace: "given" }, ({ path }) => ({ contents: modules[path] ?? "" }));
  },
});

/** Runs a snippet in a process of its own and gives what it prints. Rejects when it fails. */
export async function runSnippet(
  code: string,
  { modules = {} }: { readonly modules?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rspp-page-"));
  try {
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: ROOT, loader: "ts" },
      bundle: true,
      format: "esm",
      platform: "node",
      write: false,
      logLevel: "silent",
      plugins: [sources(modules)],
    });
    const file = join(folder, "snippet.mjs");
    await writeFile(file, outputFiles[0]?.contents ?? "");
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined, RSPP_CONFORMANCE: undefined };
    const running = promisify(execFile)(process.execPath, [file], { cwd: folder, env });
    running.child.stdin?.end();
    return `${(await running).stdout.trimEnd()}\n`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
