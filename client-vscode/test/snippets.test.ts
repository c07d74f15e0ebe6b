import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import test from "node:test";

interface Snippet {
  prefix: string;
  body: string[];
  description: string;
}

const snippets = JSON.parse(await readFile("snippets/labelspec.json", "utf8")) as Record<string, Snippet>;

/** The text that a snippet leaves when every placeholder is accepted as it is: choices are their first. */
function accepted(body: string[]): string {
  let text = body.join("\n").replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1");
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replace(/\$\{\d+:([^{}]*)\}/g, "$1");
  }
  return text.replace(/\$\{?\d+\}?/g, "").replace(/\\([$}\\])/g, "$1");
}

/** What the snippets refer to, so that each can be judged alone. */
const surroundings = `guideline snippets version "1.0.0" { title "Snippets" }
class car { shape box }
class truck { shape box }
`;

const command = ["Release", "Debug"]
  .map((name) => path.resolve(`../server/LabelSpec.Cli/bin/${name}/net10.0/labelspec`))
  .find((file) => existsSync(file));

test("every snippet has a prefix, a description, and an end", () => {
  for (const [name, { prefix, description, body }] of Object.entries(snippets)) {
    assert.match(prefix, /^[a-z ]+$/, name);
    assert.ok(description.length > 10, name);
    assert.ok(body.join("\n").includes("$0"), `${name} has no end`);
  }
});

for (const [name, snippet] of Object.entries(snippets))
  test(`the snippet "${name}" is a guideline without errors`, async () => {
    assert.ok(command, "build server/LabelSpec.Cli first");
    const folder = await mkdtemp(path.join(os.tmpdir(), "labelspec-snippet-"));
    try {
      const file = path.join(folder, "snippet.labelspec");
      const text = accepted(snippet.body);
      await writeFile(file, snippet.prefix === "guideline" ? text : surroundings + text);
      const { status, stdout, stderr } = spawnSync(command, ["check", file], { encoding: "utf8" });
      assert.equal(status, 0, stdout + stderr + text);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
