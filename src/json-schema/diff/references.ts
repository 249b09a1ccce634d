/** What `$ref` refers to. */
import { pointerKeys } from "../../internal/json-pointer.ts";
import type { ResolveDocument } from "./comparison.ts";
import { isObject, isSchema, type SchemaNode } from "./schema-node.ts";

/** A schema with the document that `#` refers to in it. */
export interface Target {
  readonly node: SchemaNode;
  readonly document: SchemaNode;
}

/** The schema that a reference in a document leads to, or undefined where it is not known. */
export function resolveReference(
  reference: string,
  { document, resolve }: { readonly document: SchemaNode; readonly resolve: ResolveDocument },
): Target | undefined {
  const [address = "", fragment = ""] = reference.split("#");
  const found = address === "" ? document : resolve(absolute(address, document));
  if (found === undefined) return undefined;
  if (fragment !== "" && !fragment.startsWith("/")) return anchored(found, fragment);
  const keys = pointerKeys(decoded(fragment));
  let node: unknown = found;
  for (const key of keys ?? []) {
    const isThere = (isObject(node) || Array.isArray(node)) && Object.hasOwn(node, key);
    node = isThere ? (node as Record<string, unknown>)[key] : undefined;
  }
  return keys !== undefined && isSchema(node) ? { node, document: found } : undefined;
}

function absolute(address: string, document: SchemaNode): string {
  const base = isObject(document) && typeof document.$id === "string" ? document.$id : undefined;
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

const decoded = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};

function anchored(document: SchemaNode, anchor: string): Target | undefined {
  const waiting: unknown[] = [document];
  for (const value of waiting) {
    if (isObject(value) && value.$anchor === anchor) return { node: value, document };
    if (typeof value === "object" && value !== null) waiting.push(...Object.values(value));
  }
  return undefined;
}
