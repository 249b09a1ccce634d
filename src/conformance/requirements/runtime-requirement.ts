/** What is required of a runtime, beside the rules of the artifacts. */

/** One requirement. */
export interface RuntimeRequirement {
  /** Public, stable id, such as `INV-CXL-02`. */
  readonly id: string;
  readonly level: "MUST" | "SHOULD";
  readonly text: string;
  readonly source: string;
}
