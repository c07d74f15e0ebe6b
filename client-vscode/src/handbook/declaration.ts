import type { Position, Range } from "../protocol/shapes";

export interface HandbookPage {
  /** The keyword of the declaration, or "check" for the page of a code. */
  kind: string;
  name: string;
  title: string;
  /** Where it is declared; missing for codes. */
  uri?: string;
  range?: Range;
  markdown: string;
}

/** The outermost declaration that a place is in: a class, not its attribute. */
export function enclosing<T extends { range: Range }>(declarations: readonly T[], at: Position): T | undefined {
  return declarations.find(
    ({ range: { start, end } }) =>
      (start.line < at.line || (start.line === at.line && start.character <= at.character)) &&
      (at.line < end.line || (at.line === end.line && at.character <= end.character)),
  );
}

/** The keyword that a declaration's page begins with, in its first code block. */
export function kindOf(markdown: string): string {
  const signature = /^```labelspec\n(.*)/.exec(markdown)?.[1] ?? "";
  return /\b(class|rule|let|skeleton|case|guideline|attribute|test)\b/.exec(signature)?.[1] ?? "guideline";
}
