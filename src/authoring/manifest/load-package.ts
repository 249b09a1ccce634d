/** Loads packages that only some schemas need: those who do not use these schemas do not install them. */

/** Gives the exports of a package, or rejects. */
export type PackageLoader = (name: string) => Promise<object>;

/** Loads a package by its name, which bundlers leave alone because it does not stand at the place of the import. */
export const loadPackage: PackageLoader = (name) => import(/* @vite-ignore */ name);

/** Loads a package and gives the ones of its exports that are asked for; an Error says how to install it. */
export async function loadExports<const Name extends string>(
  wanted: { readonly from: string; readonly names: readonly Name[] },
  load: PackageLoader,
): Promise<{ readonly [N in Name]: unknown }> {
  const { from, names } = wanted;
  let found: object;
  try {
    found = await load(from);
  } catch (cause) {
    throw new Error(`The package ${from} could not be loaded; npm install ${from}`, { cause });
  }
  if (names.every((name) => name in found)) return found as { readonly [N in Name]: unknown };
  throw outdated(from);
}

/** The error for a package that does not do what is needed of it. */
export const outdated = (name: string): Error =>
  new Error(`The package ${name} is too old for this; npm install ${name}@latest`);
