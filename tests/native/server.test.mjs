import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { managed, native, repository } from "./support/builds.mjs";
import { LanguageServer } from "./support/languageServer.mjs";
import { sameWorkspace } from "./support/workspace.mjs";

const guideline = "guideline/urban_driving.labelspec";
const data = "data/train.json";

let workspace;
before(async () => (workspace = await sameWorkspace()));
after(() => workspace?.remove());

test("the native server answers a session as the other one does", async () => {
  const [expected, actual] = [await session(managed), await session(native)];
  for (const [asked, answer] of Object.entries(expected)) {
    assert.deepEqual(actual[asked], answer, asked);
    assert.ok(
      JSON.stringify(answer)?.length > 20 || asked === "exit",
      `${asked} has an answer`,
    );
  }
  assert.equal(actual.exit, 0);
  assert.ok(actual["diagnostics of the data"].items.length > 10);
  assert.ok(actual["diagnostics after a mistake"].items.length > 0);
});

/** What an editor asks while somebody looks at a guideline and its data, and types. */
async function session(labelspec) {
  await workspace.layOut();
  const server = new LanguageServer(labelspec, workspace.folder);
  const late = setTimeout(() => server.kill(), 60_000);
  try {
    return await ask(server);
  } finally {
    clearTimeout(late);
    // A session that failed half way leaves nothing behind that would wait for it.
    server.kill();
  }
}

async function ask(server) {
  const fixtures = path.join(
    repository,
    "tests/LabelSpec.LanguageServer.Tests/Wire/fixtures",
  );
  const recorded = await readFile(path.join(fixtures, "vscode.jsonl"), "utf8");
  const announced = JSON.parse(recorded.slice(0, recorded.indexOf("\n")));
  const answers = {};
  answers.initialize = await server.request("initialize", {
    ...announced.params,
    processId: null,
    rootUri: uriOf(""),
    workspaceFolders: [{ uri: uriOf(""), name: "work" }],
  });
  server.notify("initialized", {});
  for (const [name, languageId] of [
    [guideline, "labelspec"],
    [data, "json"],
  ])
    server.notify("textDocument/didOpen", {
      textDocument: {
        uri: uriOf(name),
        languageId,
        version: 1,
        text: await textOf(name),
      },
    });
  const about = (name) => ({ textDocument: { uri: uriOf(name) } });
  const at = async (name, part) => ({
    ...about(name),
    position: await placeOf(name, part),
  });
  answers["diagnostics of the guideline"] = await server.request(
    "textDocument/diagnostic",
    about(guideline),
  );
  answers["diagnostics of the data"] = await server.request(
    "textDocument/diagnostic",
    about(data),
  );
  answers.completion = await server.request(
    "textDocument/completion",
    await at(guideline, "for pair a, b: "),
  );
  answers["hover of a rule"] = await server.request(
    "textDocument/hover",
    await at(guideline, "rule one_cl"),
  );
  answers["hover of data"] = await server.request(
    "textDocument/hover",
    await at(data, '"category_id": '),
  );
  answers.symbols = await server.request(
    "textDocument/documentSymbol",
    about(guideline),
  );
  answers.tokens = await server.request(
    "textDocument/semanticTokens/full",
    about(guideline),
  );
  answers.definition = await server.request(
    "textDocument/definition",
    await at(guideline, "for pair a, b: c"),
  );
  answers.hints = await server.request("textDocument/inlayHint", {
    ...about(data),
    range: {
      start: { line: 0, character: 0 },
      end: { line: 40, character: 0 },
    },
  });
  // How often word of changes was given depends on how fast the server is.
  const { generation: _, ...findings } = await server.request("labelspec/findings", {
    groupBy: "rule",
  });
  answers.findings = findings;
  const mistake = await placeOf(guideline, "rule one_class_per_vehicle {");
  server.notify("textDocument/didChange", {
    textDocument: { uri: uriOf(guideline), version: 2 },
    contentChanges: [
      { range: { start: mistake, end: mistake }, text: " bogus" },
    ],
  });
  answers["diagnostics after a mistake"] = await server.request(
    "textDocument/diagnostic",
    about(guideline),
  );
  await server.request("shutdown");
  server.notify("exit");
  answers.exit = await server.ended;
  return answers;
}

const uriOf = (name) => pathToFileURL(path.join(workspace.folder, name)).href;

const textOf = (name) => readFile(path.join(workspace.folder, name), "utf8");

/** The place behind a part of a text. */
async function placeOf(name, part) {
  const text = await textOf(name);
  const offset = text.indexOf(part);
  assert.ok(offset >= 0, part);
  const before = text.slice(0, offset + part.length).split("\n");
  return { line: before.length - 1, character: before.at(-1).length };
}
