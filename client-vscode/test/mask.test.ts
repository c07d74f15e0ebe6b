import assert from "node:assert/strict";
import test from "node:test";
import { maskEdge, maskPath } from "../src/picture/model/mask";

/** Which pixels a path of upright rectangles covers, row by row. */
function pixels(path: string, width: number, height: number): string[] {
  const rows = Array.from({ length: height }, () => Array.from({ length: width }, () => "."));
  for (const [, x, y, w, h] of path.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)h-\d+z/g))
    for (let row = Number(y); row < Number(y) + Number(h); row++)
      for (let column = Number(x); column < Number(x) + Number(w); column++) {
        assert.equal(rows[row]![column], ".", "a pixel is covered twice");
        rows[row]![column] = "#";
      }
  return rows.map((row) => row.join(""));
}

test("runs go down the columns, beginning with unset pixels", () => {
  const { path, bounds } = maskPath({ width: 3, height: 3, counts: [1, 2, 3, 1, 2] });
  assert.deepEqual(pixels(path, 3, 3), ["..#", "#..", "#.."]);
  assert.deepEqual(bounds, { left: 0, top: 0, width: 3, height: 3 });
});

test("a run that goes on into the next column is cut there", () => {
  const { path } = maskPath({ width: 2, height: 3, counts: [2, 2, 2] });
  assert.deepEqual(pixels(path, 2, 3), [".#", "..", "#."]);
});

test("a filled box is one rectangle", () => {
  const { path } = maskPath({ width: 6, height: 4, counts: [5, 2, 2, 2, 2, 2, 9] });
  assert.equal(path, "M1 1h3v2h-3z");
});

test("every mask covers exactly its pixels", () => {
  let seed = 7;
  const random = (limit: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * limit);
  };
  for (let round = 0; round < 300; round++) {
    const [width, height] = [1 + random(7), 1 + random(7)];
    const set = Array.from({ length: width * height }, () => random(2));
    const counts: number[] = [];
    let value = 0;
    let run = 0;
    for (const pixel of set) {
      if (pixel !== value) {
        counts.push(run);
        run = 0;
        value = pixel;
      }
      run++;
    }
    counts.push(run);
    const wanted = Array.from({ length: height }, (_, y) =>
      Array.from({ length: width }, (_, x) => (set[x * height + y] === 1 ? "#" : ".")).join(""),
    );
    assert.deepEqual(pixels(maskPath({ width, height, counts }).path, width, height), wanted);
  }
});

test("counts beyond the mask are cut off, an empty mask has no bounds", () => {
  assert.deepEqual(pixels(maskPath({ width: 2, height: 2, counts: [3, 99] }).path, 2, 2), ["..", ".#"]);
  assert.deepEqual(maskPath({ width: 2, height: 2, counts: [4] }), { path: "", bounds: undefined });
});

test("the border of a box is its four sides", () => {
  const pieces = maskEdge({ width: 6, height: 4, counts: [5, 2, 2, 2, 2, 2, 9] }).match(/M[^M]+/g);
  assert.deepEqual([...pieces!].sort(), ["M1 1h3", "M1 1v2", "M1 3h3", "M4 1v2"]);
});

test("the border runs between every set pixel and every unset one, and nowhere else", () => {
  let seed = 11;
  const random = (limit: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * limit);
  };
  for (let round = 0; round < 200; round++) {
    const [width, height] = [1 + random(6), 1 + random(6)];
    const counts: number[] = [];
    for (let left = width * height; left > 0;) {
      const count = Math.min(left, random(5));
      counts.push(count);
      left -= count;
    }
    const set: boolean[] = counts.flatMap((count, index) => Array.from({ length: count }, () => index % 2 === 1));
    const isSet = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height && set[x * height + y] === true;
    const wanted = new Set<string>();
    for (let x = 0; x <= width; x++)
      for (let y = 0; y <= height; y++) {
        if (isSet(x, y) !== isSet(x - 1, y)) wanted.add(`${x} ${y} v`);
        if (isSet(x, y) !== isSet(x, y - 1)) wanted.add(`${x} ${y} h`);
      }
    const drawn = new Set<string>();
    for (const [, x, y, way, length] of maskEdge({ width, height, counts }).matchAll(/M(\d+) (\d+)([hv])(\d+)/g))
      for (let step = 0; step < Number(length); step++)
        drawn.add(`${Number(x) + (way === "h" ? step : 0)} ${Number(y) + (way === "v" ? step : 0)} ${way!}`);
    assert.deepEqual([...drawn].sort(), [...wanted].sort(), counts.join());
  }
});
