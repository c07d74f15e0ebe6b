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
