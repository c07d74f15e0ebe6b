import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test, { before } from "node:test";
import { documented } from "../support/documented.mjs";
import { session } from "../support/editor.mjs";
import { repository } from "../support/paths.mjs";

const file = (name) => path.join(repository, "tests/e2e/emacs", name);
let seen;

before(async () => {
  seen = await session("emacs", "--batch", "-l", file("labelspec.el"), "-l", file("session.el"));
});

test("eglot starts the server in the project's folder", () => {
  assert.equal(seen.mode, "labelspec-mode", seen.output);
  assert.equal(path.resolve(seen.root ?? ""), seen.folder, seen.problem);
});

test("eglot shows a mistake while typing, and that it is gone", () => {
  assert.equal(seen.diagnostics?.length, 1, seen.problem);
  assert.match(seen.diagnostics[0].message, /`bogus`/);
});

test("eglot hovers, finds definitions and renames", () => {
  assert.match(seen.hover ?? "", /Cars, taxis, SUVs/, seen.problem);
  assert.match(seen.definition ?? "", /urban_driving\.labelspec$/);
  assert.equal(seen.renamed, true);
});

test("eglot shows the findings of an annotation file, and follows what is typed there", () => {
  assert.match(seen["data-mode"] ?? "", /^js/, seen.problem);
  assert.equal(seen["same-server"], true, "the data belongs to the project of the guideline");
  assert.ok(seen.findings?.length > 5, seen.problem);
  assert.ok(
    seen.findings.some(({ message }) => message.includes("are one vehicle")),
    JSON.stringify(seen.findings),
  );
  assert.match(seen["data-hover"] ?? "", /Cars, taxis, SUVs/);
  assert.equal(seen.typed, true, seen.problem);
});

test("the server ends with eglot", () => {
  assert.equal(seen.problem, undefined, seen.output);
  assert.equal(seen.stopped, true);
});

test("the documented set-up of Emacs is the tested one", async () => {
  assert.equal((await documented("elisp"))[0], await readFile(file("labelspec.el"), "utf8"));
});
