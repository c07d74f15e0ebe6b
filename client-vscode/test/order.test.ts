import assert from "node:assert/strict";
import test from "node:test";
import { innermost, pick, step, worstByShape } from "../src/picture/model/order";
import { finding, picture } from "./pictureFixture";

const findings = [finding("a"), finding("b"), finding("c")];
const street = picture([], findings, { previousWithFindings: 0, nextWithFindings: 4 });

test("next and previous go through the findings of the image", () => {
  assert.deepEqual(step(street, findings, "a", 1), { finding: findings[1] });
  assert.deepEqual(step(street, findings, "c", -1), { finding: findings[1] });
});

test("without a current finding it begins at an end", () => {
  assert.deepEqual(step(street, findings, undefined, 1), { finding: findings[0] });
  assert.deepEqual(step(street, findings, "gone", -1), { finding: findings[2] });
});

test("after the last comes the next image with findings, from its beginning; and backwards", () => {
  assert.deepEqual(step(street, findings, "c", 1), { image: 4, end: "first" });
  assert.deepEqual(step(street, findings, "a", -1), { image: 0, end: "last" });
});

test("where no image has findings the way ends", () => {
  assert.equal(step(picture([], findings), findings, "c", 1), undefined);
  assert.equal(step(picture([], []), [], undefined, 1), undefined);
});

test("a click means the smallest shape, the next click the one around it", () => {
  const under = [
    { index: 0, bounds: { left: 0, top: 0, width: 100, height: 100 } },
    { index: 1, bounds: { left: 0, top: 0, width: 10, height: 10 } },
  ];
  assert.equal(pick(under, undefined), 1);
  assert.equal(pick(under, 1), 0);
  assert.equal(pick(under, 0), 1);
  assert.equal(pick([], 0), undefined);
});

test("of several findings of a shape the most severe counts", () => {
  const worst = worstByShape([
    finding("a", { shape: 1, severity: "info" }),
    finding("b", { shape: 1, severity: "error" }),
    finding("c", { severity: "error" }),
  ]);
  assert.deepEqual([...worst], [[1, "error"]]);
});

test("a position is in the innermost range around it, its ends included", () => {
  const range = (from: number, to: number) => ({
    range: { start: { line: 1, character: from }, end: { line: 1, character: to } },
  });
  const [outer, inner] = [range(0, 20), range(5, 10)];
  assert.equal(innermost([outer, inner], { line: 1, character: 10 }), inner);
  assert.equal(innermost([inner, outer], { line: 1, character: 11 }), outer);
  assert.equal(innermost([outer], { line: 2, character: 0 }), undefined);
});
