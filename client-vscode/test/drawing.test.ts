import assert from "node:assert/strict";
import test from "node:test";
import type { Shape } from "../src/protocol/shapes";
import { boundsOfPoints, cornersOf, draw } from "../src/picture/model/drawing";

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function shape(parts: Partial<Shape> & Pick<Shape, "kind">): Shape {
  return { index: 0, color: "#ff0000", range: nowhere, label: "car 1", attributes: [], ...parts };
}

const box = { left: 10, top: 20, width: 30, height: 40 };

test("a box is its four sides, its label at the upper left", () => {
  const drawing = draw(shape({ kind: "box", box }));
  assert.equal(drawing?.path, "M10 20h30v40h-30z");
  assert.deepEqual(drawing.anchor, { x: 10, y: 20 });
  assert.ok(drawing.closed);
});

test("a box of negative size is drawn where its corners are", () => {
  const drawing = draw(shape({ kind: "box", box: { left: 40, top: 60, width: -30, height: -40 } }));
  assert.equal(drawing?.path, "M40 60h-30v-40h30z");
  assert.deepEqual(drawing.bounds, box);
});

test("angles turn clockwise as seen on the screen", () => {
  // A quarter turn takes the upper left corner to the upper right.
  const corners = cornersOf({ left: -10, top: -10, width: 20, height: 20 }, 90).map(Math.round);
  assert.deepEqual(corners, [10, -10, 10, 10, -10, 10, -10, -10]);
});

test("a rotated box keeps its centre and shows which side is up", () => {
  const drawing = draw(shape({ kind: "rotatedBox", box: { left: 0, top: 0, width: 40, height: 20 }, angle: 90 }));
  assert.deepEqual(
    [drawing?.bounds.left, drawing?.bounds.top, drawing?.bounds.width, drawing?.bounds.height].map((value) =>
      Math.round(value ?? NaN),
    ),
    [10, -10, 20, 40],
  );
  assert.match(drawing!.path, /M20 10L30 10$/);
});

test("a polygon has all its rings, holes included", () => {
  const rings = [
    { points: [0, 0, 10, 0, 10, 10], hole: false },
    { points: [4, 2, 8, 2, 8, 6], hole: true },
  ];
  assert.equal(draw(shape({ kind: "polygon", rings }))?.path, "M0 0L10 0 10 10zM4 2L8 2 8 6z");
});

test("a polyline is open", () => {
  const drawing = draw(shape({ kind: "polyline", points: [0, 0, 10, 0, 10, 10] }));
  assert.equal(drawing?.path, "M0 0L10 0 10 10");
  assert.ok(!drawing.closed);
});

test("points are dots", () => {
  const drawing = draw(shape({ kind: "point", points: [1, 2, 3, 4] }));
  assert.deepEqual(
    drawing?.dots.map(({ x, y }) => [x, y]),
    [
      [1, 2],
      [3, 4],
    ],
  );
});

test("a skeleton leaves out what is not labelled, with its edges", () => {
  const drawing = draw(
    shape({
      kind: "skeleton",
      keypoints: [
        { name: "nose", x: 5, y: 5, visibility: 2 },
        { name: "left", x: 0, y: 9, visibility: 1 },
        { name: "right", x: 0, y: 0, visibility: 0 },
      ],
      edges: [0, 1, 0, 2],
    }),
  );
  assert.equal(drawing?.path, "M5 5L0 9");
  assert.deepEqual(
    drawing.dots.map(({ name, hidden }) => [name, hidden]),
    [
      ["nose", false],
      ["left", true],
    ],
  );
});

test("an ellipse touches its box; turned a quarter, the turned box", () => {
  const upright = draw(shape({ kind: "ellipse", box }))!;
  assert.deepEqual(upright.bounds, box);
  const turned = draw(shape({ kind: "ellipse", box, angle: 90 }))!.bounds;
  assert.deepEqual([turned.width, turned.height].map(Math.round), [40, 30]);
});

test("a cuboid is two faces and four edges between them; without corners its box", () => {
  const corners = [0, 0, 10, 0, 10, 10, 0, 10, 5, 5, 15, 5, 15, 15, 5, 15];
  assert.equal(draw(shape({ kind: "cuboid", corners }))?.path.match(/M/g)?.length, 6);
  assert.equal(draw(shape({ kind: "cuboid", box }))?.path, "M10 20h30v40h-30z");
});

test("what has no place on the image is not drawn", () => {
  for (const kind of ["none", "tag", "caption", "box", "mask", "polygon", "point", "skeleton"] as const)
    assert.equal(draw(shape({ kind })), undefined, kind);
});

test("numbers that are not finite are not drawn", () => {
  assert.equal(boundsOfPoints([0, NaN]), undefined);
  assert.equal(draw(shape({ kind: "polyline", points: [0, 0, Infinity, 1] })), undefined);
});
