/** The files of a new project that tools read: package.json, tsconfig.json and .gitignore. */
import type { NewProject } from "./new-project.ts";

/** First Node that runs TypeScript as it is. */
const NODE_WITH_TYPES = ">=22.18";

/** Major version of jest that the tests are written for. */
const JEST = "^30.0.0";

const TEST_COMMANDS: { readonly [Runner in NewProject["runner"]]: string } = {
  vitest: "vitest run",
  // Jest reads ES modules only under this flag of Node.
  jest: "node --experimental-vm-modules node_modules/jest/bin/jest.js",
  node: "node --test",
};

/** The text of package.json. */
export function packageFile({ name, runner, language, versions }: NewProject): string {
  const isTypeScript = language === "ts";
  const content = {
    name: name.package_name,
    version: "0.1.0",
    private: true,
    type: "module",
    engines: { node: isTypeScript && runner === "node" ? NODE_WITH_TYPES : ">=20" },
    exports: `./src/${name.node_id}.${language}`,
    scripts: {
      test: TEST_COMMANDS[runner],
      ...(isTypeScript && { typecheck: "tsc" }),
    },
    devDependencies: {
      "@rspp/contracts": `^${versions.contracts}`,
      ...(runner === "node" && isTypeScript && { "@types/node": "^22.18.0" }),
      ...(runner === "jest" && { jest: JEST }),
      ...(isTypeScript && { typescript: `^${versions.typescript}` }),
      ...(runner === "vitest" && { vitest: `^${versions.vitest}` }),
    },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** The text of tsconfig.json: checks only, since the runners take TypeScript as it is. */
export function tsconfigFile({ runner }: NewProject): string {
  const compilerOptions = {
    target: "es2023",
    lib: ["es2023", "dom"],
    types: runner === "node" ? ["node"] : [],
    module: "nodenext",
    strict: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
  };
  return `${JSON.stringify({ compilerOptions, include: ["src", "test"] }, null, 2)}\n`;
}

/** The text of .gitignore. */
export const gitignoreFile = (): string => "node_modules/\ncoverage/\n*.log\n";
