/** The caller can mend it: a wrong option, a path that cannot be read, a file that is not what it should be. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** How to go on. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** The code of a system error, such as ENOENT. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** What a system error means, in words. */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  const words: Readonly<Record<string, string>> = {
    ENOENT: "nothing at that path",
    EACCES: "a path that this user may not use",
    EPERM: "a path that this user may not use",
    EISDIR: "a directory",
    ENOTDIR: "a path through something that is not a directory",
    EMFILE: "too many open files",
    ENOSPC: "a full disk",
    EROFS: "a read-only file system",
    ELOOP: "symbolic links that lead in a circle",
    ENAMETOOLONG: "a name that is too long",
  };
  if (code === undefined) return error instanceof Error ? error.message : String(error);
  return words[code] ?? code;
}
