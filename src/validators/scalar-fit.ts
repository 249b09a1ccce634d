/** Whether a value that has no parts has a shape: the slow path asks it one value at a time. */
import type { NumberShape, ScalarShape } from "./shape.ts";

/** Whether the value has the shape. */
export function fitsScalar(shape: ScalarShape, value: unknown): boolean {
  if (shape.is === "number") return Number.isFinite(value) && isWithin(value as number, shape);
  if (shape.is === "integer") return Number.isSafeInteger(value) && isWithin(value as number, shape);
  if (shape.is === "boolean")
    return typeof value === "boolean" && (shape.only === undefined || value === shape.only);
  if (typeof value !== "string") return false;
  if (shape.of !== undefined) return shape.of.includes(value);
  if (shape.like !== undefined) return new RegExp(shape.like).test(value);
  return shape.empty === true || value !== "";
}

const isWithin = (value: number, { min = -Infinity, max = Infinity }: Omit<NumberShape, "is">): boolean =>
  value >= min && value <= max;
