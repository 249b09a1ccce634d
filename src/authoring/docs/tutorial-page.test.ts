/**
 * docs/tutorial-node.md: whoever types what it says gets what it shows.
 * After a change run `UPDATE_DOCS=1 npx vitest run src/authoring/docs`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";

import { drive } from "../../cli/drive.test-kit.ts";
import { linksOf, runSnippet, withOutputs } from "../../conformance/documentation-page.test-kit.ts";

const DOCS = new URL("../../../docs/", import.meta.url);
const FILE = new URL("tutorial-node.md", DOCS);

/** A call of node, with the files as they stood when the reader gets to it. */
interface Call {
  readonly entry: string;
  readonly files: Readonly<Record<string, string>>;
  /** What the page shows; undefined where it shows nothing. */
  readonly shown: string | undefined;
}

/** The calls of a page in order. A block that begins with the comment `// name.js` is the file of that name. */
function callsOf(page: string): Call[] {
  const files: Record<string, string> = {};
  const blocks = page.matchAll(/^```(js|sh)\n([\s\S]*?)^```\n(?:\n```output\n([\s\S]*?)^```\n)?/gm);
  return [...blocks].flatMap(([, language, text = "", shown]): Call[] => {
    const [, name] = /^\/\/ ([\w-]+(?:\.test)?\.js)\n/.exec(text) ?? [];
    if (language === "js" && name !== undefined) files[name] = text;
    if (language === "js") return [];
    return [...text.matchAll(/^node (?:(--test)|([\w-]+\.js))$/gm)].flatMap(([, isTest, script = ""]) => {
      const tests = Object.keys(files).filter((file) => file.endsWith(".test.js"));
      return (isTest === undefined ? [script] : tests).map((entry) => ({
        entry,
        files: { ...files },
        shown,
      }));
    });
  });
}

/** What the call prints; rejects when it fails. */
function play({ entry, files }: Call): Promise<string> {
  const modules = Object.fromEntries(Object.entries(files).map(([name, text]) => [`./${name}`, text]));
  return runSnippet(
    files[entry] ?? `throw new Error("Cannot run ${entry}: expected it to be written before")`,
    {
      modules,
    },
  );
}

const page = () => readFileSync(FILE, "utf8");

/** The version of the kit is told, and may be another one. */
const ofAnyKit = (text: string) => text.replaceAll(/, kit \S+/g, ", kit *");

if (process.env["UPDATE_DOCS"] === "1") {
  const shown = callsOf(page()).filter((call) => call.shown !== undefined);
  writeFileSync(FILE, withOutputs(page(), await Promise.all(shown.map(play))));
}

const calls = callsOf(page());

test("has calls that print, and calls that only have to pass", () => {
  expect(calls.filter(({ shown }) => shown !== undefined).length).toBeGreaterThanOrEqual(4);
  expect(calls.filter(({ entry }) => entry.endsWith(".test.js")).length).toBeGreaterThanOrEqual(2);
});

test.each(calls.map((call, index) => ({ ...call, number: index + 1 })))(
  "call $number, of $entry, prints what the page shows",
  async (call) => {
    const printed = await play(call);
    if (call.shown !== undefined) expect(ofAnyKit(printed)).toBe(ofAnyKit(call.shown));
  },
);

test("a whole project takes the commands that the program tells", async () => {
  const { stdout } = await drive(["new", "node", "my-vad"]);
  const told = [...stdout.matchAll(/^ {2}((?:cd|npm) .*)$/gm)].map(([, line]) => `${line}\n`);
  expect(page()).toContain(["```sh\nnpx @rspp/contracts new node my-vad\n", ...told, "```"].join(""));
});

test("the links lead somewhere", () => {
  for (const link of linksOf(page()).filter((target) => !target.startsWith("https://")))
    expect(existsSync(new URL(link.split("#")[0] ?? "", DOCS)), link).toBe(true);
});
