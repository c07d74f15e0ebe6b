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

/** The image, and what is drawn beside it: a shape outside is wrong, and that is to be seen. At most one image's size away. */
export function reachOf(image: Size, shapes: Iterable<Box>): Box {
  let [left, top, right, bottom] = [0, 0, image.width, image.height];
  for (const box of shapes) {
    left = Math.max(Math.min(left, box.left), -image.width);
    top = Math.max(Math.min(top, box.top), -image.height);
    right = Math.min(Math.max(right, box.left + box.width), 2 * image.width);
    bottom = Math.min(Math.max(bottom, box.top + box.height), 2 * image.height);
  }
  return { left, top, width: right - left, height: bottom - top };
}

/** Zooms by a factor around a point of the screen, which stays over the same pixel. */
export function zoomAt(
  view: Viewport,
  factor: number,
  x: number,
  y: number,
  image: Size,
  screen: Size,
  reach = whole(image),
): Viewport {
  const scale = limit(view.scale * factor, image, screen);
  return clamp(
    { scale, left: view.left + x / view.scale - x / scale, top: view.top + y / view.scale - y / scale },
    reach,
    screen,
  );
}

/** Moves the picture by a way on the screen. */
export function pan(view: Viewport, dx: number, dy: number, image: Size, screen: Size, reach = whole(image)): Viewport {
  return clamp({ ...view, left: view.left - dx / view.scale, top: view.top - dy / view.scale }, reach, screen);
}

/** Shows a box: unchanged where it is well in sight, else centred, and closer where it would be tiny. */
export function reveal(view: Viewport, box: Box, image: Size, screen: Size, reach = whole(image)): Viewport {
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
    reach,
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

function whole(image: Size): Box {
  return { left: 0, top: 0, width: image.width, height: image.height };
}

/** Keeps the middle of the screen on what there is to be seen. */
function clamp(view: Viewport, reach: Box, screen: Size): Viewport {
  const [halfWidth, halfHeight] = [screen.width / view.scale / 2, screen.height / view.scale / 2];
  return {
    scale: view.scale,
    left: Math.min(Math.max(view.left, reach.left - halfWidth), reach.left + reach.width - halfWidth),
    top: Math.min(Math.max(view.top, reach.top - halfHeight), reach.top + reach.height - halfHeight),
  };
}
