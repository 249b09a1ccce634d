/** Unions of whole objects: what stands above the variants, so that a reader sees which there are. */
import type { JsonSchema } from "./json-schema.ts";

/** The node with the field that tells its variants apart; any other node as it is. */
export function withDecidingField(node: JsonSchema): JsonSchema {
  const field = node["x-rspp-variants"];
  if (field === undefined || node.oneOf === undefined) return node;
  const { oneOf: variants, ...notes } = node;
  const { const: _value, ...first } = variants[0]?.properties?.[field] ?? {};
  const values = variants.flatMap((variant) => variant.properties?.[field]?.const ?? []);
  return {
    ...notes,
    type: "object",
    properties: { [field]: { ...first, enum: values } },
    required: [field],
    oneOf: variants,
  };
}
