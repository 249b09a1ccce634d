/**
 * Contract version and version negotiation.
 *
 * Within a major version changes are additive only, so a consumer at minor N reads producers at N and
 * N - 1 in closed mode and N + 1 in open mode.
 */

/** The contract version that this package writes. */
export const CONTRACT_VERSION = "v1.0";

/** `v<major>.<minor>` with an optional patch. */
export const VERSION_PATTERN = "^v[0-9]+\\.[0-9]+(\\.[0-9]+)?$";

/** The same, with the one major version that this contract knows. */
export const SUPPORTED_VERSION_PATTERN = "^v1\\.[0-9]+(\\.[0-9]+)?$";

/** How a consumer may read a producer's artifacts. */
export type VersionNegotiation =
  /** Known completely: unknown fields are mistakes. */
  | { readonly readable: true; readonly unknownFields: "reject" }
  /** One minor ahead: unknown fields are additions of the later minor and are kept. */
  | { readonly readable: true; readonly unknownFields: "allow" }
  | { readonly readable: false; readonly reason: string };

interface Version {
  readonly major: number;
  readonly minor: number;
}

function parseVersion(text: string): Version | undefined {
  if (!new RegExp(VERSION_PATTERN).test(text)) return undefined;
  const [major, minor] = text.slice(1).split(".").map(Number);
  return { major: major as number, minor: minor as number };
}

/**
 * Decides how a consumer at version `consumer` reads artifacts of version `producer`.
 * Both are `v<major>.<minor>[.<patch>]`; patches never matter. A malformed version is not readable.
 */
export function negotiateVersion(producer: string, consumer: string = CONTRACT_VERSION): VersionNegotiation {
  const theirs = parseVersion(producer);
  const ours = parseVersion(consumer);
  const malformed = theirs === undefined ? producer : consumer;
  if (theirs === undefined || ours === undefined) {
    return refused(
      `Cannot negotiate version "${malformed}": expected v<major>.<minor> or v<major>.<minor>.<patch>`,
    );
  }
  if (theirs.major !== ours.major) {
    return refused(
      `Cannot read ${producer} with ${consumer}: expected major ${ours.major} but received ${theirs.major}`,
    );
  }
  const ahead = theirs.minor - ours.minor;
  if (ahead === 0 || ahead === -1) return { readable: true, unknownFields: "reject" };
  if (ahead === 1) return { readable: true, unknownFields: "allow" };
  const window = `minor ${Math.max(0, ours.minor - 1)} to ${ours.minor + 1}`;
  return refused(`Cannot read ${producer} with ${consumer}: expected ${window} but received ${theirs.minor}`);
}

const refused = (reason: string): VersionNegotiation => ({ readable: false, reason });
