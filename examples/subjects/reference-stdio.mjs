/** The reference runtime as a process: what a runtime written in JavaScript needs to be driven over stdio. */
import { createReferenceRuntime, SUBJECT_CAPABILITIES, serveSubject } from "@rspp/contracts/v1/conformance";

await serveSubject({
  name: "reference-stdio",
  version: "1.0.0",
  language: "javascript",
  capabilities: SUBJECT_CAPABILITIES,
  create: () => createReferenceRuntime(),
});
