/** Edges of a session, each by lane: `runtime_sequence` and flow control run along them. */

/** Key of an edge and lane. Events that name no edge are taken to travel on one edge of their lane. */
export function edgeKey(edge_id: string | undefined, lane: string | undefined): string {
  return `${lane} ${edge_id ?? ""}`;
}

/** An edge and lane in the words of a message. */
export function edgeName(edge_id: string | undefined, lane: string | undefined): string {
  return edge_id === undefined ? `the ${lane}` : `the ${lane} of edge "${edge_id}"`;
}
