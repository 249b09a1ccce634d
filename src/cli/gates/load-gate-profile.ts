/** Finds a gate profile by name or path, with everything that it extends. */
import { dirname, resolve } from "node:path";

import type { GateProfile } from "../../contracts/deploy/gate-profile.ts";
import { BUILT_IN_GATE_PROFILES } from "../../gates/slo/profile/built-in-profiles.ts";
import {
  type GateProfileSettings,
  resolveGateProfile,
} from "../../gates/slo/profile/gate-profile-settings.ts";
import { quote } from "../../internal/quote.ts";
import { shownPath } from "../input/input-path.ts";
import { readDocument } from "../input/read-document.ts";
import { UsageError } from "../usage-error.ts";

/** A chain of profiles longer than this is a circle or a joke. */
const MOST_PROFILES = 50;

/** The settings of a built-in profile, or of a JSON or YAML file whose `extends` are relative to it. */
export async function loadGateProfile(nameOrPath: string, cwd: string): Promise<GateProfileSettings> {
  const profiles: Record<string, GateProfile> = {};
  const load = async (path: string): Promise<string> => {
    const key = shownPath(path, cwd);
    if (Object.hasOwn(profiles, key)) return key;
    if (Object.keys(profiles).length >= MOST_PROFILES) {
      throw new UsageError(
        `Cannot use gate profile ${key}: expected at most ${MOST_PROFILES} profiles that extend each other but received more`,
      );
    }
    const read = await readDocument<GateProfile>(path, { cwd, kind: "gate_profile", what: "gate profile" });
    profiles[key] = read;
    const names: string[] = [];
    for (const name of read.extends ?? []) {
      names.push(isBuiltIn(name) ? name : await load(resolve(cwd, dirname(path), name)));
    }
    profiles[key] = { ...read, ...(read.extends !== undefined && { extends: names }) };
    return key;
  };
  const name = isBuiltIn(nameOrPath) ? nameOrPath : await load(nameOrPath).catch(withNames);
  const profile = profiles[name] ?? BUILT_IN_GATE_PROFILES[name];
  if (profile === undefined)
    throw new UsageError(`Cannot use gate profile ${quote(name)}: expected a profile`);
  try {
    return resolveGateProfile(profile, { profiles });
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new UsageError(`${error.message} (${name})`);
  }
}

const isBuiltIn = (name: string): boolean => Object.hasOwn(BUILT_IN_GATE_PROFILES, name);

/** Whoever mistypes a name gets to know the names. */
function withNames(error: unknown): never {
  if (!(error instanceof UsageError) || error.hint !== undefined) throw error;
  const names = Object.keys(BUILT_IN_GATE_PROFILES).join(" and ");
  throw new UsageError(
    error.message,
    `Built-in profiles are ${names}; everything else is the path of a file`,
  );
}
