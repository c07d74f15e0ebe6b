import assert from "node:assert/strict";
import test from "node:test";
import { LabelRows } from "../src/picture/model/labelRows";

test("labels of one corner stand above each other, others on their own", () => {
  const rows = new LabelRows();
  const corner = { x: 40, y: 205 };
  assert.equal(rows.next(corner), 0);
  assert.equal(rows.next({ x: 42, y: 206 }), 1);
  assert.equal(rows.next({ x: 200, y: 205 }), 0);
  assert.deepEqual([rows.next(corner), rows.next(corner), rows.next(corner)], [2, 3, 0]);
});
