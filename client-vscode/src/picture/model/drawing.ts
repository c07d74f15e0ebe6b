import type { Box, Keypoint, Shape } from "../../protocol/shapes";
import { maskEdge, maskPath } from "./mask";

/** What is drawn of a shape, in the image's pixels: nothing here depends on zoom or theme. */
export interface Drawing {
  /** SVG path of the outline; empty where the shape is not drawn. */
  path: string;
  /** The border alone, where the path is not one. */
  edge?: string;
  /** Whether the path surrounds an area. */
  closed: boolean;
  /** Points drawn as dots of the same size at every zoom. */
  dots: Dot[];
  /** Where the label stands: its lower left corner. */
  anchor: { x: number; y: number };
  /** The extent, for zooming to it and for choosing the smallest of several shapes under the pointer. */
  bounds: Box;
}

export interface Dot {
  x: number;
  y: number;
  name?: string;
  /** Labelled, but not to be seen. */
  hidden: boolean;
}

/** The drawing of a shape; undefined where it has no place on the image (tags, captions, shapes without numbers). */
export function draw(shape: Shape): Drawing | undefined {
  switch (shape.kind) {
    case "box":
      return shape.box && drawing(rectangle(shape.box), true, [], boundsOfBox(shape.box));
    case "rotatedBox":
      return shape.box && turned(shape.box, shape.angle ?? 0);
    case "ellipse":
      return shape.box && ellipse(shape.box, shape.angle ?? 0);
    case "polygon":
      return ofPoints(
        (shape.rings ?? []).flatMap((ring) => ring.points),
        (shape.rings ?? []).map((ring) => lines(ring.points, true)).join(""),
        true,
      );
    case "polyline":
      return ofPoints(shape.points ?? [], lines(shape.points ?? [], false), false);
    case "point":
      return ofPoints(shape.points ?? [], "", false, dotsOf(shape.points ?? []));
    case "skeleton":
      return skeleton(shape.keypoints ?? [], shape.edges ?? [], shape.box);
    case "mask": {
      if (!shape.mask) return undefined;
      const { path, bounds } = maskPath(shape.mask);
      return bounds && { ...drawing(path, true, [], bounds), edge: maskEdge(shape.mask) };
    }
    case "cuboid":
      return cuboid(shape.corners, shape.box);
    case "none":
    case "tag":
    case "caption":
      return undefined;
  }
}

/** A box of negative size is drawn where its corners are: that it is wrong is for its finding to say. */
export function boundsOfBox(box: Box): Box {
  return {
    left: Math.min(box.left, box.left + box.width),
    top: Math.min(box.top, box.top + box.height),
    width: Math.abs(box.width),
    height: Math.abs(box.height),
  };
}

/** The smallest box around points x, y, x, y, …; undefined where there is none or one is not finite. */
export function boundsOfPoints(points: readonly number[]): Box | undefined {
  if (points.length < 2 || points.some((value) => !Number.isFinite(value))) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < points.length; i += 2) {
    left = Math.min(left, points[i]!);
    right = Math.max(right, points[i]!);
    top = Math.min(top, points[i + 1]!);
    bottom = Math.max(bottom, points[i + 1]!);
  }
  return { left, top, width: right - left, height: bottom - top };
}

/** The corners of a box that is turned clockwise, as seen on the screen, about its centre: x, y, x, y, … from the top left. */
export function cornersOf(box: Box, degrees: number): number[] {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const [w, h] = [box.width / 2, box.height / 2];
  // With y down, the ordinary rotation matrix turns clockwise.
  return [
    [-w, -h],
    [w, -h],
    [w, h],
    [-w, h],
  ].flatMap(([dx, dy]) => [x + dx! * cos - dy! * sin, y + dx! * sin + dy! * cos]);
}

function drawing(path: string, closed: boolean, dots: Dot[], bounds: Box): Drawing {
  return { path, closed, dots, anchor: { x: bounds.left, y: bounds.top }, bounds };
}

function rectangle(box: Box): string {
  return `M${n(box.left)} ${n(box.top)}h${n(box.width)}v${n(box.height)}h${n(-box.width)}z`;
}

function turned(box: Box, degrees: number): Drawing | undefined {
  const corners = cornersOf(box, degrees);
  // The tick from the centre to the upper side tells which way the box looks.
  const middle = [(corners[0]! + corners[2]!) / 2, (corners[1]! + corners[3]!) / 2];
  const tick = `M${n(box.left + box.width / 2)} ${n(box.top + box.height / 2)}L${n(middle[0]!)} ${n(middle[1]!)}`;
  return ofPoints(corners, lines(corners, true) + tick, true);
}

function ellipse(box: Box, degrees: number): Drawing {
  const [rx, ry] = [Math.abs(box.width) / 2, Math.abs(box.height) / 2];
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const angle = (degrees * Math.PI) / 180;
  const [dx, dy] = [rx * Math.cos(angle), rx * Math.sin(angle)];
  const arc = (sx: number, sy: number) => `A${n(rx)} ${n(ry)} ${n(degrees)} 0 1 ${n(sx)} ${n(sy)}`;
  const path = `M${n(x - dx)} ${n(y - dy)}${arc(x + dx, y + dy)}${arc(x - dx, y - dy)}z`;
  // Half the extent of a turned ellipse along each axis.
  const w = Math.hypot(rx * Math.cos(angle), ry * Math.sin(angle));
  const h = Math.hypot(rx * Math.sin(angle), ry * Math.cos(angle));
  return drawing(path, true, [], { left: x - w, top: y - h, width: 2 * w, height: 2 * h });
}

function skeleton(keypoints: readonly Keypoint[], edges: readonly number[], box: Box | undefined): Drawing | undefined {
  const drawn = (index: number | undefined) => {
    const point = index === undefined ? undefined : keypoints[index];
    return point && point.visibility > 0 && Number.isFinite(point.x) && Number.isFinite(point.y) ? point : undefined;
  };
  let path = "";
  for (let i = 0; i + 1 < edges.length; i += 2) {
    const [from, to] = [drawn(edges[i]), drawn(edges[i + 1])];
    if (from && to) path += lines([from.x, from.y, to.x, to.y], false);
  }
  const dots = keypoints.flatMap((_, index): Dot[] => {
    const point = drawn(index);
    return point ? [{ x: point.x, y: point.y, name: point.name, hidden: point.visibility === 1 }] : [];
  });
  const bounds = box ? boundsOfBox(box) : boundsOfPoints(dots.flatMap((dot) => [dot.x, dot.y]));
  return bounds && drawing(path, false, dots, bounds);
}

function cuboid(corners: readonly number[] | undefined, box: Box | undefined): Drawing | undefined {
  if (corners?.length !== 16) return box && drawing(rectangle(box), true, [], boundsOfBox(box));
  const corner = (index: number) => [corners[2 * index]!, corners[2 * index + 1]!];
  const face = (first: number) =>
    lines(
      [0, 1, 2, 3].flatMap((i) => corner(first + i)),
      true,
    );
  const sides = [0, 1, 2, 3].map((i) => lines([...corner(i), ...corner(i + 4)], false)).join("");
  return ofPoints(corners, face(0) + face(4) + sides, true);
}

function ofPoints(points: readonly number[], path: string, closed: boolean, dots: Dot[] = []): Drawing | undefined {
  const bounds = boundsOfPoints(points);
  return bounds && drawing(path, closed, dots, bounds);
}

function dotsOf(points: readonly number[]): Dot[] {
  const dots: Dot[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) dots.push({ x: points[i]!, y: points[i + 1]!, hidden: false });
  return dots;
}

function lines(points: readonly number[], closed: boolean): string {
  if (points.length < 4) return "";
  let path = `M${n(points[0]!)} ${n(points[1]!)}L`;
  for (let i = 2; i + 1 < points.length; i += 2) path += `${i > 2 ? " " : ""}${n(points[i]!)} ${n(points[i + 1]!)}`;
  return closed ? path + "z" : path;
}

/** A number as short as a thousandth of a pixel allows. */
function n(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
