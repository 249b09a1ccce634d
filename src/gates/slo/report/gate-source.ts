/** Where each gate is required. */
import type { MvpSloGateId } from "../slo-report.ts";

/** The non-functional requirement behind each gate. */
export const GATE_SOURCES: Readonly<Record<MvpSloGateId, string>> = {
  G1: "NF-024",
  G2: "NF-025",
  G3: "NF-026",
  G4: "NF-027",
  G5: "NF-028",
  G6: "NF-029",
  G7: "NF-038",
};
