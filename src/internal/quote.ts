/**
 * Text in double quotes for a message: escaped as JSON, so that control characters and lone surrogates
 * cannot garble a terminal, and cut to `max` characters, so that a hostile name cannot flood a report.
 */
export function quote(text: string, max = 60): string {
  const words = JSON.stringify(text.slice(0, max + 1));
  // Escapes count as they are printed: they can make a text six times as long.
  // No half of a surrogate pair may be left at the cut: a message has to be text.
  return words.length > max + 2 ? `${words.slice(0, max).replace(/\p{Cs}$/u, "")}…"` : words;
}
