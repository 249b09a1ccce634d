/** What `build/generate-typia.mjs` writes. */
declare module "bench:typia-checks" {
  export const isRecord: (value: unknown) => boolean;
  export const isSignal: (value: unknown) => boolean;
  export const signalChecks: Readonly<Record<string, (value: unknown) => boolean>>;
}
