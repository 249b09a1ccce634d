/** Which of several object shapes a value is measured by. */
import { fieldsIn } from "./fields-in.ts";
import type { EventShape, ObjectShape, VariantsShape } from "./shape.ts";

/** An event with anything of a control signal about it is told why it is not one. */
export function eventShapeFor(shape: EventShape, value: unknown): ObjectShape {
  if (typeof value !== "object" || value === null) return shape.record;
  const { lane, signal, emitted_by: emitter } = fieldsIn(value, undefined);
  return signal !== undefined || emitter !== undefined || lane === "ControlLane"
    ? shape.signal
    : shape.record;
}

/** A variant, or what stands for all of them. */
export interface ChosenVariant {
  readonly shape: ObjectShape;
  /** False where the value does not say which variant it is: then only that can be told. */
  readonly isKnown: boolean;
}

/** The variant that the value says it is. */
export function variantFor({ by, head, of }: VariantsShape, value: unknown): ChosenVariant {
  const name = typeof value === "object" && value !== null ? fieldsIn(value, undefined)[by] : undefined;
  const variant = typeof name === "string" && Object.hasOwn(of, name) ? of[name] : undefined;
  if (variant !== undefined) return { shape: variant, isKnown: true };
  return { shape: { is: "object", fields: { [by]: head }, unknown: head.rule }, isKnown: false };
}
