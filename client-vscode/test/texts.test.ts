import assert from "node:assert/strict";
import test from "node:test";
import { defaultUntil, reasonProblem, untilProblem } from "../src/actions/waiver";
import {
  countText,
  filterText,
  findingContext,
  findingDescription,
  groupDescription,
  groupLabel,
} from "../src/findings/texts";
import type { FindingsGroup, Status } from "../src/protocol/shapes";
import { statusItem } from "../src/status/statusText";
import { nextPlace, type Place } from "../src/violations/nextPlace";
import { finding } from "./pictureFixture";

const none = { errors: 0, warnings: 0, infos: 0, hints: 0 };
const group: FindingsGroup = { key: "k", label: "one_class", severity: "error", counts: { ...none, errors: 1200 } };
const status: Status = { live: "live", images: 1, annotations: 24, counts: none, pending: false };

test("counts name what there is", () => {
  assert.equal(countText({ errors: 1, warnings: 1234, infos: 2, hints: 0 }), "1 error, 1,234 warnings, 2 info");
  assert.equal(countText(none), "no findings");
});

test("groups have a name and a count", () => {
  assert.equal(groupDescription({ ...group, description: "One class" }), "1,200 · One class");
  assert.equal(groupDescription(group), "1,200");
  assert.equal(groupLabel({ ...group, label: "" }, "annotator"), "(no annotator)");
});

test("a finding says where it is, without what its group says already", () => {
  const one = finding("a", { image: "f.png", annotation: "7" });
  assert.equal(findingDescription(one, "rule"), "f.png · #7");
  assert.equal(findingDescription(one, "image"), "one_class · #7");
});

test("menus know what can be done", () => {
  assert.equal(findingContext(finding("a")), "finding help");
  assert.equal(
    findingContext(finding("a", { image: "f", fixes: [{ title: "t", safe: true }] })),
    "finding fix image help",
  );
});

test("the filter is said in words", () => {
  assert.equal(filterText({}), undefined);
  assert.equal(
    filterText({ severities: ["error"], files: ["file:///a/b%20c.json"], text: "x" }),
    "error · b c.json · “x”",
  );
});

test("files that nothing judges have no status", () => {
  assert.equal(statusItem(status), undefined);
});

test("the status names the guideline, the count, and the disk", () => {
  const guideline = { uri: "file:///g.labelspec", name: "urban", version: "2.3.0" };
  const item = statusItem({
    ...status,
    format: "coco",
    dataset: "data/train.json",
    guideline,
    live: "disk",
    counts: { ...none, errors: 3 },
  });
  assert.equal(item?.text, "$(issues) urban · 3 · judged from disk");
  assert.ok(item.tooltip.includes("Guideline: urban 2.3.0"));
  assert.ok(item.tooltip.includes("coco: 1 image, 24 annotations"));
  assert.equal(statusItem({ ...status, guideline, live: "disk" })?.text, "$(pass) urban");
});

test("a broken guideline is a warning that says so", () => {
  const item = statusItem({ ...status, format: "coco", guidelineBroken: "It has errors; the last good rules judge." });
  assert.equal(item?.tone, "warning");
  assert.ok(item.tooltip.includes("It has errors; the last good rules judge."));
});

test("a waiver needs a reason and a day to come", () => {
  const today = new Date(2026, 10, 24);
  assert.equal(defaultUntil(today), "2027-02-22");
  assert.equal(untilProblem("2026-11-24", today), undefined);
  assert.equal(untilProblem("2026-11-23", today), "That day is over.");
  for (const text of ["", "tomorrow", "2026-02-31", "2026-13-01"])
    assert.match(untilProblem(text, today)!, /2026-12-31/);
  assert.equal(reasonProblem("  "), "A waiver needs a reason.");
  assert.equal(reasonProblem("seen"), undefined);
});

test("next and previous violation go round through all files", () => {
  const places = [
    { file: "b", line: 0, character: 0 },
    { file: "a", line: 5, character: 2 },
    { file: "a", line: 1, character: 0 },
  ];
  assert.equal(nextPlace(places, { file: "a", line: 1, character: 0 }, 1), places[1]);
  assert.equal(nextPlace(places, { file: "b", line: 0, character: 0 }, 1), places[2]);
  assert.equal(nextPlace(places, { file: "a", line: 1, character: 0 }, -1), places[0]);
  assert.equal(nextPlace<Place>([], undefined, 1), undefined);
});
