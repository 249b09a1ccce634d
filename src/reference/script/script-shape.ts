/** How an operand, an option or a setting of a turn script is written. */

/** One value: an id, a number, a text in quotes, or one of a few words. */
export type ValueShape =
  | { readonly is: "id"; readonly about: string }
  | { readonly is: "text"; readonly about: string }
  | { readonly is: "number"; readonly about: string; readonly min: number }
  | { readonly is: "choice"; readonly about: string; readonly of: readonly string[] }
  | { readonly is: "list"; readonly about: string; readonly of: readonly string[] };

/** Values by name. */
export type ValueShapes = { readonly [name: string]: ValueShape };

const id = (about: string) => ({ is: "id", about }) as const;
const count = (about: string, min: number) => ({ is: "number", about, min }) as const;
const choice = (about: string, ...of: string[]) => ({ is: "choice", about, of }) as const;

/** Shapes that several statements share. */
export const SHAPES = {
  turn: id("turn"),
  node: id("node"),
  invocation: id("provider invocation"),
  edge: id("edge"),
  sync: id("sync group"),
  event: id("event"),
  text: { is: "text", about: "text in quotes" },
  epoch: count("authority epoch", 0),
  items: count("number of items", 0),
  amount: count("amount of credit", 1),
  milliseconds: count("time in ms", 1),
  outcome: choice("outcome", "reject", "defer"),
  lane: choice("lane", "DataLane", "TelemetryLane"),
  yes: choice("answer", "yes", "no"),
} as const satisfies ValueShapes;

/** One of a few words. */
export const oneWord = choice;

/** A value in words, as errors and help say it. */
export function shapeText(shape: ValueShape): string {
  switch (shape.is) {
    case "choice":
      return shape.of.join(" | ");
    case "list":
      return `none, or some of ${shape.of.join(",")}`;
    case "number":
      return `${shape.about}, a whole number >= ${shape.min}`;
    case "text":
      return shape.about;
    default:
      return `${shape.about} id`;
  }
}
