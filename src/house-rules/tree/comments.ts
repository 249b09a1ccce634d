/** The comments of a source file. */
import ts from "typescript";

import type { SourceFile } from "./source-tree.ts";

/** A comment with its delimiters. */
export interface Comment {
  readonly start: number;
  readonly text: string;
}

/** Every comment of a file, in order. */
export function commentsOf({ syntax, text }: SourceFile): readonly Comment[] {
  const byStart = new Map<number, Comment>();
  const keep = (ranges: readonly ts.CommentRange[] = []): void => {
    for (const { pos, end } of ranges) byStart.set(pos, { start: pos, text: text.slice(pos, end) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    keep(ts.getLeadingCommentRanges(text, node.pos));
    keep(ts.getTrailingCommentRanges(text, node.end));
    for (const part of node.getChildren(syntax)) visit(part);
  };
  visit(syntax);
  return [...byStart.values()].sort((left, right) => left.start - right.start);
}

/** The comment that a file opens with, after a shebang line; undefined when it opens with code. */
export function firstComment({ text }: SourceFile): string | undefined {
  const [range] = ts.getLeadingCommentRanges(text, 0) ?? [];
  return range && text.slice(range.pos, range.end);
}
