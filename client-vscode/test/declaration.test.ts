import assert from "node:assert/strict";
import test from "node:test";
import { enclosing, kindOf } from "../src/handbook/declaration";

const declaration = (from: number, to: number) => ({
  range: { start: { line: from, character: 0 }, end: { line: to, character: 1 } },
});

test("a place belongs to the declaration around it, its ends included", () => {
  const [first, second] = [declaration(2, 5), declaration(7, 9)];
  assert.equal(enclosing([first, second], { line: 3, character: 40 }), first);
  assert.equal(enclosing([first, second], { line: 9, character: 1 }), second);
  assert.equal(enclosing([first, second], { line: 6, character: 0 }), undefined);
});

test("the kind of a page is the keyword of its declaration", () => {
  assert.equal(kindOf("```labelspec\nabstract class vehicle extends occludable\n```"), "class");
  assert.equal(kindOf("```labelspec\nrule one_class: error\n```"), "rule");
  assert.equal(kindOf("words"), "guideline");
});
