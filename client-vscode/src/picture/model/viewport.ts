import type { Box } from "../../protocol/shapes";

/** The part of the image that is seen: screen = (image − left, top) × scale. */
export interface Viewport {
  left: number;
  top: number;
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

const largest = 64;
/** An image may be made smaller than the window by this factor, not more: it would be lost. */
const smallestOfFit = 0.5;

/** The whole image, centred, with a narrow margin. */
export function fit(image: Size, screen: Size): Viewport {
  const scale = fitScale(image, screen);
  return {
    scale,
    left: (image.width - screen.width / scale) / 2,
    top: (image.height - screen.height / scale) / 2,
  };
}

/** Zooms by a factor around a point of the screen, which stays over the same pixel. */
export function zoomAt(view: Viewport, factor: number, x: number, y: number, image: Size, screen: Size): Viewport {
  const scale = limit(view.scale * factor, image, screen);
  return clamp(
    { scale, left: view.left + x / view.scale - x / scale, top: view.top + y / view.scale - y / scale },
    image,
    screen,
  );
}

/** Moves the picture by a way on the screen. */
export function pan(view: Viewport, dx: number, dy: number, image: Size, screen: Size): Viewport {
  return clamp({ ...view, left: view.left - dx / view.scale, top: view.top - dy / view.scale }, image, screen);
}

/** Shows a box: unchanged where it is well in sight, else centred, and closer where it would be tiny. */
export function reveal(view: Viewport, box: Box, image: Size, screen: Size): Viewport {
  const seen = { width: screen.width / view.scale, height: screen.height / view.scale };
  const inside =
    box.left >= view.left &&
    box.top >= view.top &&
    box.left + box.width <= view.left + seen.width &&
    box.top + box.height <= view.top + seen.height;
  const shown = Math.max(box.width, box.height) * view.scale;
  if (inside && shown >= 24) return view;

  const room = 0.5;
  const wanted = Math.min(
    (screen.width * room) / Math.max(box.width, 1),
    (screen.height * room) / Math.max(box.height, 1),
  );
  // Small shapes come closer, but not so close that nothing around them is left; large ones never closer than they are.
  const scale = limit(
    shown < 24 ? Math.min(wanted, 96 / Math.max(box.width, box.height, 1)) : Math.min(view.scale, wanted),
    image,
    screen,
  );
  return clamp(
    {
      scale,
      left: box.left + box.width / 2 - screen.width / scale / 2,
      top: box.top + box.height / 2 - screen.height / scale / 2,
    },
    image,
    screen,
  );
}

/** The SVG viewBox of a viewport. */
export function viewBox(view: Viewport, screen: Size): string {
  return [view.left, view.top, screen.width / view.scale, screen.height / view.scale]
    .map((value) => String(Math.round(value * 1000) / 1000))
    .join(" ");
}

function fitScale(image: Size, screen: Size): number {
  const margin = 0.96;
  const scale = Math.min(screen.width / Math.max(image.width, 1), screen.height / Math.max(image.height, 1)) * margin;
  return scale > 0 ? scale : 1;
}

function limit(scale: number, image: Size, screen: Size): number {
  const whole = fitScale(image, screen);
  return Math.min(Math.max(scale, whole * smallestOfFit), Math.max(largest, whole));
}

/** Keeps the middle of the screen on the image. */
function clamp(view: Viewport, image: Size, screen: Size): Viewport {
  const [halfWidth, halfHeight] = [screen.width / view.scale / 2, screen.height / view.scale / 2];
  return {
    scale: view.scale,
    left: Math.min(Math.max(view.left, -halfWidth), image.width - halfWidth),
    top: Math.min(Math.max(view.top, -halfHeight), image.height - halfHeight),
  };
}
