/** The window of versions that a release supports: its own and the one before. */
import type { VersionCell } from "../../contracts/compat/version-skew-policy.ts";
import { TEXT } from "../../internal/input-shape.ts";
import { requireShape } from "../invalid-input.ts";

/**
 * The cells of the window N and N-1: both parts at one version, and the newer runtime with the control plane and
 * schema before it, because runtimes are rolled out first. A runtime that is older than its control plane would
 * be sent what it does not know, so that is no cell. Without `previous` there is one cell: the first release.
 *
 * @since 0.1.0
 */
export function supportedVersionCells(current: string, previous?: string): VersionCell[] {
  requireShape("current", current, TEXT);
  if (previous === undefined) return [cell(current, current)];
  requireShape("previous", previous, TEXT);
  if (previous === current) return [cell(current, current)];
  return [cell(previous, previous), cell(current, current), cell(current, previous)];
}

const cell = (runtime: string, rest: string): VersionCell => ({
  runtime_version: runtime,
  control_plane_version: rest,
  schema_version: rest,
});
