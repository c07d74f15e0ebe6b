import assert from "node:assert/strict";
import test from "node:test";
import { labelRoom, leaves, lowerSide, type Placed } from "../src/picture/model/labelRoom";

const label = (x: number, y: number, more: Partial<Placed> = {}): Placed => ({
  ...{ x, y, row: 0, length: 8, isEnd: false, rank: 4 },
  ...more,
});

test("labels with room are all shown", () => {
  assert.deepEqual(labelRoom([label(10, 50), label(200, 50), label(10, 90)], 1), [true, true, true]);
});

test("of labels that cover each other the gravest is shown, then the first", () => {
  assert.deepEqual(labelRoom([label(10, 50), label(20, 52, { rank: 0 }), label(14, 51)], 1), [false, true, false]);
  assert.deepEqual(labelRoom([label(10, 50), label(20, 52)], 1), [true, false]);
});

test("closer to the picture there is room for more", () => {
  const labels = [label(10, 50), label(20, 52)];
  assert.deepEqual(labelRoom(labels, 8), [true, true]);
});

test("rows of the same corner do not cover each other", () => {
  assert.deepEqual(labelRoom([label(10, 90), label(10, 90, { row: 1 }), label(10, 90, { row: 2 })], 1), [
    true,
    true,
    true,
  ]);
  assert.deepEqual(labelRoom([label(10, 0), label(10, 0, { row: 1 })], 1), [true, true]);
});

test("a label stands above its shape, and below the upper border where it would leave the image", () => {
  assert.equal(lowerSide(100, 0, 1), 96);
  assert.equal(lowerSide(0, 0, 1), 15);
  assert.equal(lowerSide(0, 1, 2), 29);
});

test("a label that would leave the image at the right ends where its shape begins", () => {
  assert.equal(leaves(600, 10, 640, 1), true);
  assert.equal(leaves(600, 10, 640, 2), false);
  // There is no room at its left either.
  assert.equal(leaves(20, 10, 64, 1), false);
});

test("two thousand labels are placed at once", () => {
  const many = Array.from({ length: 2000 }, (_, index) => label((index * 37) % 1900, (index * 91) % 1000));
  const start = performance.now();
  const shown = labelRoom(many, 0.5).filter(Boolean).length;
  assert.ok(shown > 50 && shown < 1000, String(shown));
  assert.ok(performance.now() - start < 500);
});
