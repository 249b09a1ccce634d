/** All files of a new project. */
import type { NewProject } from "./new-project.ts";
import { nodePath } from "./new-project.ts";
import { nodeFile } from "./node-file.ts";
import { gitignoreFile, packageFile, tsconfigFile } from "./package-files.ts";
import { readmeFile } from "./readme-file.ts";
import { conformanceTestFile, harnessTestFile } from "./test-files.ts";

/** The texts by path, in the order in which they are worth reading. */
export function projectFiles(project: NewProject): Readonly<Record<string, string>> {
  const { name, language } = project;
  return {
    [nodePath(project)]: nodeFile(project),
    [`test/${name.node_id}.test.${language}`]: harnessTestFile(project),
    [`test/${name.node_id}.conformance.test.${language}`]: conformanceTestFile(project),
    "README.md": readmeFile(project),
    "package.json": packageFile(project),
    ...(language === "ts" && { "tsconfig.json": tsconfigFile(project) }),
    ".gitignore": gitignoreFile(),
  };
}
