/** The payload classes of which nothing may leave as metadata or summary, or in telemetry. */
import type { PayloadClass } from "../../contracts/security/payload-class.ts";

/** Raw, personal and health payloads. */
export const RAW_CLASSES: ReadonlySet<PayloadClass> = new Set(["audio_raw", "text_raw", "PII", "PHI"]);
