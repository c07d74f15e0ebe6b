import assert from "node:assert/strict";
import test from "node:test";
import { unturned } from "../src/picture/model/unturned";

const [width, height] = [40, 20];

/** Where EXIF viewers show a stored pixel. */
const shown: Record<number, (x: number, y: number) => [number, number]> = {
  5: (x, y) => [y, x],
  6: (x, y) => [height - y, x],
  7: (x, y) => [height - y, width - x],
  8: (x, y) => [y, width - x],
};

for (const [orientation, show] of Object.entries(shown))
  test(`orientation ${orientation} is undone: every shown pixel goes back to where it is stored`, () => {
    const matrix = unturned(Number(orientation), width, height)!;
    const [a, b, c, d, e, f] = matrix.match(/-?\d+/g)!.map(Number) as [number, number, number, number, number, number];
    for (const [x, y] of [
      [0, 0],
      [40, 0],
      [7, 13],
      [40, 20],
    ] as const) {
      const [sx, sy] = show(x, y);
      assert.deepEqual([a * sx + c * sy + e, b * sx + d * sy + f], [x, y]);
    }
  });

test("an upright picture stays", () => {
  for (const orientation of [1, 2, 3, 4]) assert.equal(unturned(orientation, width, height), undefined);
});
