import type { Box, Picture, PictureFinding, Range, Severity } from "../../protocol/shapes";

/** Where "next violation" leads: to a finding of this image, to another image, or nowhere. */
export type Step = { finding: PictureFinding } | { image: number; end: "first" | "last" } | undefined;

/**
 * The finding before or after the current one among those shown, then the nearest image with findings. Without a current
 * finding it is the first or the last of the image.
 */
export function step(
  picture: Picture,
  shown: readonly PictureFinding[],
  current: string | undefined,
  direction: 1 | -1,
): Step {
  const at = shown.findIndex((finding) => finding.fingerprint === current);
  const next = at < 0 ? (direction > 0 ? 0 : shown.length - 1) : at + direction;
  const finding = shown[next];
  if (finding) return { finding };
  const image = direction > 0 ? picture.nextWithFindings : picture.previousWithFindings;
  return image === undefined ? undefined : { image, end: direction > 0 ? "first" : "last" };
}

/**
 * The shape that a click means among those under the pointer: the smallest, as large ones often lie over small ones; a click
 * on the selected shape goes on to the next larger one, round and round.
 */
export function pick(
  under: readonly { index: number; bounds: Box }[],
  selected: number | undefined,
): number | undefined {
  const bySize = [...under].sort(
    (a, b) => a.bounds.width * a.bounds.height - b.bounds.width * b.bounds.height || b.index - a.index,
  );
  const at = bySize.findIndex((shape) => shape.index === selected);
  return bySize[(at + 1) % Math.max(bySize.length, 1)]?.index;
}

/** The most severe finding of each shape. */
export function worstByShape(findings: readonly PictureFinding[]): Map<number, Severity> {
  const worst = new Map<number, Severity>();
  for (const finding of findings)
    if (finding.shape !== undefined) {
      const known = worst.get(finding.shape);
      if (known === undefined || rank(finding.severity) < rank(known)) worst.set(finding.shape, finding.severity);
    }
  return worst;
}

/** The innermost range that a position is in, or at the end of. */
export function innermost<T extends { range: Range }>(
  items: readonly T[],
  position: { line: number; character: number },
): T | undefined {
  let best: T | undefined;
  for (const item of items)
    if (contains(item.range, position) && (best === undefined || contains(best.range, item.range.start))) best = item;
  return best;
}

function contains(range: Range, position: { line: number; character: number }): boolean {
  return !before(position, range.start) && !before(range.end, position);
}

function before(a: { line: number; character: number }, b: { line: number; character: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function rank(severity: Severity): number {
  return { error: 0, warning: 1, info: 2, hint: 3 }[severity];
}
