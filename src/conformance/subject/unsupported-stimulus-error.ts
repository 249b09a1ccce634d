/** What a runtime throws at a stimulus that it has no answer to. */

const NAME = "UnsupportedStimulusError";

/** The runtime cannot do what the stimulus asks for; a subject does not declare the capability then. */
export class UnsupportedStimulusError extends Error {
  override readonly name = NAME;
}

/** Whether something that was thrown says so. By its name, because packages may be loaded twice. */
export function isUnsupported(thrown: unknown): boolean {
  try {
    return thrown instanceof Error && thrown.name === NAME;
  } catch {
    return false;
  }
}
