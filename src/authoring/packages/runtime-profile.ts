/**
 * Runtime profiles: where a packaged node may run, and what the runtime holds it to.
 *
 * A runtime profile has exactly one constraint profile. What a package needs follows from it, so that a
 * manifest cannot ask for a small sandbox and be run in a large one. Source: authoring section 4.
 */

/** What a runtime holds a packaged node to. */
export interface ConstraintProfile {
  readonly constraint_profile_id: string;
  /** The one runtime profile that it belongs to. */
  readonly required_runtime_profile: string;
  /** Pattern of the import modules that every runtime offers. */
  readonly required_abi: "wasi:*";
  /** What the runtime has to enforce, sorted by UTF-16 code units. */
  readonly required_feature_gates: readonly string[];
  /** Largest artifact, in bytes. */
  readonly max_artifact_size_bytes: number;
}

const SANDBOX_GATES = [
  "deterministic_time_requires_host_injection",
  "filesystem_limited_to_preopened_dirs",
  "network_access_requires_host_capability",
  "no_native_process_exec",
] as const;

/** The constraint profile of each runtime profile: 2 MiB at a gateway, 1 MiB in a channel automation. */
export const RUNTIME_PROFILES = {
  wasm_wasi: {
    constraint_profile_id: "control_plane_gateway_v1",
    required_runtime_profile: "wasm_wasi",
    required_abi: "wasi:*",
    required_feature_gates: SANDBOX_GATES,
    max_artifact_size_bytes: 2_097_152,
  },
  channel_automation_wasi: {
    constraint_profile_id: "channel_automation_runtime_v1",
    required_runtime_profile: "channel_automation_wasi",
    required_abi: "wasi:*",
    required_feature_gates: ["channel_event_dispatch_host_capability", ...SANDBOX_GATES],
    max_artifact_size_bytes: 1_048_576,
  },
} as const satisfies Readonly<Record<string, ConstraintProfile>>;

/** The name of a runtime profile. */
export type RuntimeProfile = keyof typeof RUNTIME_PROFILES;

/** Names of the runtime profiles, for messages. */
export const RUNTIME_PROFILE_NAMES = Object.keys(RUNTIME_PROFILES) as readonly RuntimeProfile[];

/** Largest artifact of any profile, in bytes; nothing longer is ever read. */
export const LARGEST_ARTIFACT_BYTES = Math.max(
  ...Object.values(RUNTIME_PROFILES).map((profile) => profile.max_artifact_size_bytes),
);

/** The constraint profile that belongs to a runtime profile, or undefined for a name that is none. */
export function constraintProfileOf(runtimeProfile: string | undefined): ConstraintProfile | undefined {
  if (runtimeProfile === undefined || !Object.hasOwn(RUNTIME_PROFILES, runtimeProfile)) return undefined;
  return RUNTIME_PROFILES[runtimeProfile as RuntimeProfile];
}
