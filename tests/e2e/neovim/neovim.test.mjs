import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test, { before } from "node:test";
import { documented } from "../support/documented.mjs";
import { session } from "../support/editor.mjs";
import { repository } from "../support/paths.mjs";

const file = (name) => path.join(repository, "tests/e2e/neovim", name);
let seen;

before(async () => {
  seen = await session("nvim", "--headless", "-u", file("labelspec.lua"), "-c", `luafile ${file("session.lua")}`);
});

test("Neovim knows guidelines and starts the server in the project's folder", () => {
  assert.equal(seen.filetype, "labelspec");
  assert.equal(seen.root, seen.folder, seen.problem);
});

test("Neovim shows a mistake while typing, and that it is gone", () => {
  assert.equal(seen.diagnostics?.length, 1, seen.problem);
  assert.match(seen.diagnostics[0].message, /`bogus`/);
  assert.match(seen.diagnostics[0].code, /^LS\d{4}$/);
});

test("Neovim hovers, completes, finds definitions and renames", () => {
  assert.match(seen.hover ?? "", /Cars, taxis, SUVs/, seen.problem);
  assert.ok(seen.completion?.includes("polygon"), JSON.stringify(seen.completion));
  assert.match(seen.definition ?? "", /urban_driving\.labelspec$/);
  assert.equal(seen.renamed, true);
});

test("Neovim shows what is wrong in an annotation file", () => {
  const rules = new Set(seen.findings?.map((finding) => finding.code));
  assert.ok(rules.has("one_class_per_vehicle"), `${[...rules].join()} ${seen.problem}`);
});

test("the server ends although Neovim keeps its input open", () => {
  assert.equal(seen.problem, undefined, seen.output);
  assert.equal(seen.stopped, true);
});

test("the documented set-up of Neovim is the tested one", async () => {
  assert.equal((await documented("lua"))[0], await readFile(file("labelspec.lua"), "utf8"));
});
