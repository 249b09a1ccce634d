/** Workflow commands of GitHub Actions, which turn findings into annotations on the lines of a diff. */

/** An annotation. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** The command for an annotation, escaped so that no text can end it or start another one. */
export function annotation({ level, title, message, file, line, column }: Annotation): string {
  const properties = [
    ["file", file],
    ["line", line],
    ["col", column],
    ["title", title],
  ] as const;
  const written = properties
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${written.join(",")}::${escapeData(message)}`;
}

/** As the runner's own toolkit escapes. */
export function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
