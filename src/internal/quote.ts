/**
 * Text in double quotes for a message: escaped as JSON, so that control characters and lone surrogates
 * cannot garble a terminal, and cut to `max` units, so that a hostile name cannot flood a report.
 */
export function quote(text: string, max = 60): string {
  return JSON.stringify(text.length > max ? `${text.slice(0, max - 1)}…` : text);
}
