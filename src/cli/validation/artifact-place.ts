/** Which artifact of an input something is about. */
export interface ArtifactPlace {
  /** Line of an NDJSON file. */
  readonly line?: number;
  /** Index in a JSON array. */
  readonly item?: number;
}
