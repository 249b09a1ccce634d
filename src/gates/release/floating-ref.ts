/** References that come to name something else: they have no place in a release. */
import { quote } from "../../internal/quote.ts";

const MOVING_WORDS: ReadonlySet<string> = new Set([
  "latest",
  "main",
  "master",
  "trunk",
  "head",
  "develop",
  "stable",
  "nightly",
  "edge",
  "next",
]);

/** The same form as the contract of rollout configurations has it. */
const IMMUTABLE_VERSION = /^(?:[A-Za-z0-9]+[._/:@+-])*[A-Za-z]*[0-9][A-Za-z0-9]*$/;

/** Why a reference moves, as it stands after "received" in a message; undefined where it does not look so. */
export function floatingReason(reference: string): string | undefined {
  if (/[*^~<>=|]|\s/.test(reference)) return `${quote(reference)}, a range`;
  const parts = reference.split(/[:@#/]/);
  const last = (parts.at(-1) ?? "").toLowerCase();
  if (MOVING_WORDS.has(last)) return `${quote(reference)}, which moves`;
  return undefined;
}

/** As `floatingReason` for a version, which must also have a number of its own. */
export function floatingVersionReason(version: string): string | undefined {
  const reason = floatingReason(version);
  if (reason !== undefined || IMMUTABLE_VERSION.test(version)) return reason;
  return `${quote(version)}, whose last part has no number`;
}
