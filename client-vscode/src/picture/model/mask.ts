import type { Box, Mask } from "../../protocol/shapes";

/**
 * The set pixels of a run-length mask as an SVG path of upright rectangles, one for each run within a column; neighbouring
 * columns with the same single run share one rectangle, which keeps boxes and convex blobs small.
 */
export function maskPath(mask: Mask): { path: string; bounds: Box | undefined } {
  const { width, height, counts } = mask;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let path = "";
  let open: { x: number; y: number; w: number; h: number } | undefined;
  const close = () => {
    if (open) path += `M${open.x} ${open.y}h${open.w}v${open.h}h${-open.w}z`;
    open = undefined;
  };

  let at = 0;
  let set = false;
  for (const count of counts) {
    let rest = Math.max(0, Math.min(count, width * height - at));
    while (set && rest > 0) {
      const [x, y] = [Math.floor(at / height), at % height];
      const h = Math.min(rest, height - y);
      if (open?.y === y && open.h === h && open.x + open.w === x) open.w += 1;
      else {
        close();
        open = { x, y, w: 1, h };
      }
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + h);
      at += h;
      rest -= h;
    }
    at += rest;
    set = !set;
  }
  close();
  return { path, bounds: path === "" ? undefined : { left, top, width: right - left, height: bottom - top } };
}

/**
 * The border of a mask as an SVG path of straight pieces: only where a set pixel lies beside one that is not. A line around every
 * run, as the path of the area has it, would cover the picture.
 */
export function maskEdge(mask: Mask): string {
  let path = "";
  let before: number[] = [];
  /** Level pieces that may go on in the next column: their height and where they began. */
  let level = new Map<number, number>();
  const columns = columnsOf(mask);
  for (let x = 0; x <= mask.width; x++) {
    const ends = columns[x] ?? [];
    const next = new Map<number, number>();
    for (const y of ends) next.set(y, level.get(y) ?? x);
    for (const [y, from] of level) if (!next.has(y)) path += `M${from} ${y}h${x - from}`;
    level = next;
    // Between columns there is a border wherever just one of them is set: between every other end of both.
    const both = [...before, ...ends].sort((a, b) => a - b);
    for (let i = 0; i + 1 < both.length; i += 2)
      if (both[i] !== both[i + 1]) path += `M${x} ${both[i]!}v${both[i + 1]! - both[i]!}`;
    before = ends;
  }
  return path;
}

/** Where runs begin and end in each column, in turn. */
function columnsOf({ width, height, counts }: Mask): number[][] {
  const columns = Array.from({ length: width }, (): number[] => []);
  let at = 0;
  let set = false;
  for (const count of counts) {
    let rest = Math.max(0, Math.min(count, width * height - at));
    while (rest > 0) {
      const [x, y] = [Math.floor(at / height), at % height];
      const part = Math.min(rest, height - y);
      const ends = columns[x]!;
      // Two runs with nothing between them are one.
      if (set && ends.at(-1) === y) ends[ends.length - 1] = y + part;
      else if (set) ends.push(y, y + part);
      at += part;
      rest -= part;
    }
    set = !set;
  }
  return columns;
}
