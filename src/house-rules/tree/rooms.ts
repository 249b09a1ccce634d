/** The rooms of `src`, from left to right: a file imports only from its own room and rooms to its left. */

/** Rooms in import order. */
export const ROOMS = [
  "internal",
  "contracts",
  "json-schema",
  "validators",
  "arbitraries",
  "trace",
  "simulation",
  "evidence",
  "reference",
  "authoring",
  "conformance",
  "gates",
  "cli",
] as const;

/** Rooms inside of `contracts`, in import order. The catalogue is a file of its own. */
export const CONTRACT_ROOMS = [
  "core",
  "security",
  "events",
  "signals",
  "spec",
  "provider",
  "transport",
  "control-plane",
  "turn",
  "observability",
  "deploy",
  "extension",
  "compat",
  "conformance",
  "catalog",
] as const;

/** Rooms that neither read the clock nor roll dice nor look at the environment. */
export const PURE_ROOMS = ["internal", "contracts", "json-schema", "validators", "trace", "gates"] as const;

/** Whether a path is a front door: a file that only names what the package exports. */
export const isFrontDoor = (path: string): boolean => /^src\/(?:index|v\d+\/[a-z-]+)\.ts$/.test(path);

/** Name of the room of a path below `src`, such as `gates` for `src/gates/slo/x.ts`. */
export const roomOf = (path: string): string => path.split("/")[1] ?? "";

/** Name of the room inside of `contracts`: a folder, or the file itself at the top level. */
export const contractRoomOf = (path: string): string => (path.split("/")[2] ?? "").replace(/\.ts$/, "");
