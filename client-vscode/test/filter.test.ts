import assert from "node:assert/strict";
import test from "node:test";
import {
  apply,
  classChoices,
  noClass,
  ruleChoices,
  severityChoices,
  showAll,
  toggle,
} from "../src/picture/model/filter";
import { box, finding, picture } from "./pictureFixture";

const street = picture(
  [box(0, "car"), box(1, "truck"), box(2, undefined)],
  [
    finding("a", { shape: 0 }),
    finding("b", { shape: 1, rule: "tiny", severity: "warning" }),
    finding("c", { rule: "crowd", severity: "info" }),
  ],
);
const fingerprints = (shown: ReturnType<typeof apply>) => shown.findings.map((one) => one.fingerprint).join("");

test("nothing is hidden at first", () => {
  const shown = apply(street, showAll);
  assert.equal(shown.shapes.length, 3);
  assert.equal(fingerprints(shown), "abc");
});

test("a hidden class takes its findings with it, not those of the image", () => {
  const shown = apply(street, toggle(showAll, "classes", "car"));
  assert.deepEqual(
    shown.shapes.map((shape) => shape.index),
    [1, 2],
  );
  assert.equal(fingerprints(shown), "bc");
});

test("hidden rules and severities leave the shapes", () => {
  assert.equal(fingerprints(apply(street, toggle(showAll, "rules", "tiny"))), "ac");
  assert.equal(fingerprints(apply(street, toggle(showAll, "severities", "info"))), "ab");
  assert.equal(apply(street, toggle(showAll, "rules", "tiny")).shapes.length, 3);
});

test("what was hidden can be shown again", () => {
  assert.deepEqual(toggle(toggle(showAll, "rules", "tiny"), "rules", "tiny"), showAll);
});

test("choices say what occurs and how often, and keep what is hidden", () => {
  assert.deepEqual(
    classChoices(street, showAll).map((choice) => choice.value),
    [noClass, "car", "truck"],
  );
  const gone = ruleChoices(street, { ...showAll, rules: ["old_rule"] }).find((choice) => choice.value === "old_rule");
  assert.deepEqual(gone, { value: "old_rule", count: 0, shown: false });
});

test("severities come in their order", () => {
  assert.deepEqual(
    severityChoices(street, showAll).map((choice) => choice.value),
    ["error", "warning", "info"],
  );
});
