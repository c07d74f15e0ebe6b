import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { managed, native, repository } from "./support/builds.mjs";
import { sameWorkspace } from "./support/workspace.mjs";

/** The formats that the command reference shows no example of. */
const more = [
  "labelspec check data",
  "labelspec check --format json data",
  "labelspec check --format sarif data",
  "labelspec check --format junit data",
  "labelspec check --format github data",
  "labelspec test guideline/urban_driving.labelspec",
  "labelspec test --format json guideline/urban_driving.labelspec",
  "labelspec compare --format json review/gt.json review/work.json",
  "labelspec evaluate --format json scores/truth.json scores/model_a.json",
  "labelspec convert --to voc --allow-loss data voc",
  "labelspec check nowhere.json",
  "labelspec chekc",
];

const documented = (
  await readFile(
    path.join(repository, "server/LabelSpec.Cli/docs/cli.md"),
    "utf8",
  )
)
  .split("\n")
  .filter(
    (line) => line.startsWith("labelspec ") && !/\b(lsp|--watch)\b/.test(line),
  );

let workspace;
before(async () => (workspace = await sameWorkspace()));
after(() => workspace?.remove());

for (const line of [...documented, ...more])
  test(`the native build says and writes the same: ${line}`, async () => {
    const [expected, actual] = [
      await outcome(managed, line),
      await outcome(native, line),
    ];
    assert.deepEqual(actual, expected);
  });

test("the reference has commands to compare", () =>
  assert.ok(documented.length > 20, String(documented.length)));

async function outcome(labelspec, line) {
  await workspace.layOut();
  const result = await run(labelspec, line);
  return { ...result, files: await workspace.files() };
}

function run(labelspec, line) {
  return new Promise((resolve, reject) => {
    const shell = spawn("bash", ["-c", line], {
      cwd: workspace.folder,
      env: {
        ...process.env,
        PATH: `${path.dirname(labelspec)}${path.delimiter}${process.env.PATH}`,
        NO_COLOR: "1",
      },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 120_000,
    });
    let [output, errors] = ["", ""];
    shell.stdout.on("data", (data) => (output += data));
    shell.stderr.on("data", (data) => (errors += data));
    shell.once("error", reject);
    shell.once("close", (code) =>
      resolve({ code, output: timeless(output), errors: timeless(errors) }),
    );
  });
}

/** How long a run took, and when it was, is nobody's promise. */
const timeless = (text) =>
  text
    .replace(/\bin \d+(\.\d+)? (ms|s|min)\b/g, "in some time")
    .replace(/("duration_ms": |<testsuites [^>]*time=")[\d.]+/g, "$1some")
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "some moment");
