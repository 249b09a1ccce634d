/** The marks of a boundary: after each call a telemetry record says where it ran and what that takes. */
import type { NodeContext } from "../../node/node-context.ts";
import type { NodeDescriptor } from "../../node/node-descriptor.ts";
import type { BoundarySource, BoundaryUsage } from "../boundary-source.ts";

/** How the marks of a node are made. */
export interface MarkTerms {
  readonly descriptor: NodeDescriptor;
  /** What the node may use. */
  readonly memory_mb: number;
  readonly source: Pick<BoundarySource, "marks" | "on_usage">;
}

/**
 * Records the marks of a call. What was measured differs from run to run, so it goes into the record only where that
 * was asked for; the record says what is reserved otherwise.
 */
export function markCall(
  { source, descriptor, memory_mb }: MarkTerms,
  { ctx, usage }: { readonly ctx: NodeContext; readonly usage: BoundaryUsage },
): void {
  const { boundary, node_id } = usage;
  const amounts =
    source.marks === "measured"
      ? { cpu_units: usage.cpu_ms, memory_mb: Math.ceil(usage.memory_mb) }
      : { cpu_units: reservedCpuMs(descriptor), memory_mb };
  ctx.telemetry.record("boundary", { boundary, node_id, ...amounts });
  source.on_usage?.(usage);
}

/** CPU time that a call may take at the share of a core that the node asks for, in ms. */
const reservedCpuMs = ({ resources }: NodeDescriptor): number =>
  Math.round((resources.cpu ?? 1) * resources.timeout_ms);
