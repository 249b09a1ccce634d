/** Puts other values in the place of properties, and puts everything back as it was. */

/** A property that is replaced. */
export interface PatchSite {
  /** Tells the site in reports, such as `Date.now`. */
  readonly name: string;
  readonly key: PropertyKey;
  /** The object that has or inherits the property; asked each time, as other fakes may come and go. */
  target(): object | null | undefined;
  /** What stands there meanwhile, from what stands there before; undefined to leave it alone. */
  replace(before: PropertyDescriptor): PropertyDescriptor | undefined;
}

/** Patches that are in place or not. */
export interface PropertyPatches {
  /** Names of the sites that could not be patched the last time, though they are there. */
  readonly skipped: readonly string[];
  install(): void;
  restore(): void;
}

interface Patch {
  readonly owner: object;
  readonly key: PropertyKey;
  readonly before: PropertyDescriptor;
  readonly after: PropertyDescriptor;
}

/** Makes patches of the sites; `original` gives what a value of an earlier patch stood for. */
export function createPropertyPatches(
  sites: readonly PatchSite[],
  original: (value: unknown) => unknown,
): PropertyPatches {
  let patches: Patch[] = [];
  let skipped: string[] = [];
  return {
    get skipped() {
      return skipped;
    },
    install() {
      skipped = [];
      for (const site of sites) {
        const patch = patchFor(site, original);
        if (patch === undefined) continue;
        if (patch !== "refused" && Reflect.defineProperty(patch.owner, patch.key, patch.after))
          patches.push(patch);
        else skipped.push(site.name);
      }
    },
    restore() {
      for (const { owner, key, before, after } of patches.reverse()) {
        // Somebody who has put a fake on top of it meanwhile goes on having it.
        const found = Reflect.getOwnPropertyDescriptor(owner, key);
        if (found?.value === after.value && found?.get === after.get)
          Reflect.defineProperty(owner, key, before);
      }
      patches = [];
    },
  };
}

/** Looks a site up; a realm in which even that throws has refused it. */
function patchFor(
  { target, key, replace }: PatchSite,
  original: (value: unknown) => unknown,
): Patch | "refused" | undefined {
  try {
    const owner = ownerOf(target(), key);
    const found = owner && Reflect.getOwnPropertyDescriptor(owner, key);
    if (owner === undefined || found === undefined) return undefined;
    const before = unpatched(found, original);
    const after = replace(before);
    return after && { owner, key, before, after };
  } catch {
    return "refused";
  }
}

function ownerOf(target: object | null | undefined, key: PropertyKey): object | undefined {
  for (let owner = target ?? null; owner !== null; owner = Reflect.getPrototypeOf(owner)) {
    if (Object.hasOwn(owner, key)) return owner;
  }
  return undefined;
}

/** Whoever put a fake on top of a patch and took it away later has put the patch back after its time. */
function unpatched(found: PropertyDescriptor, original: (value: unknown) => unknown): PropertyDescriptor {
  if ("value" in found) {
    const value = original(found.value);
    return value === found.value ? found : { ...found, value };
  }
  const get = original(found.get) as PropertyDescriptor["get"];
  return get === found.get ? found : { ...found, get };
}
