import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import test from "node:test";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";
import { loadExpectations } from "./expectations";

const repository = path.resolve("..");

/** The scopes by which the grammar says each kind of the expectations. */
const scopes: Record<string, string[]> = {
  documentation: ["comment.line.documentation"],
  comment: ["comment.line.double-slash", "comment.block"],
  string: ["string.quoted"],
  escape: ["constant.character.escape"],
  number: ["constant.numeric"],
  unit: ["keyword.other.unit"],
  color: ["constant.other.color"],
  operator: ["keyword.operator"],
  keyword: [
    "storage.type",
    "keyword.control",
    "keyword.operator.word",
    "keyword.other.labelspec",
    "constant.language.labelspec",
  ],
  modifier: ["storage.modifier"],
  namespace: ["entity.name.namespace"],
  class: ["entity.name.type.class"],
  skeleton: ["entity.name.type.labelspec"],
  case: ["entity.name.type.labelspec"],
  shape: ["support.type.shape"],
  type: ["support.type.labelspec"],
  property: ["variable.other.property.definition"],
  member: ["variable.other.member"],
  function: ["entity.name.function.labelspec", "entity.name.function.call"],
  rule: ["entity.name.function.rule"],
  severity: ["constant.language.severity"],
};

async function loadGrammar(): Promise<textmate.IGrammar> {
  const wasm = await readFile(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () =>
      textmate.parseRawGrammar(
        await readFile(path.join(repository, "grammar/textmate/labelspec.tmLanguage.json"), "utf8"),
        "labelspec.tmLanguage.json",
      ),
  });
  const grammar = await registry.loadGrammar("source.labelspec");
  assert.ok(grammar);
  return grammar;
}

test("the TextMate grammar colours what the expectations mark", async () => {
  const grammar = await loadGrammar();
  const wrong: string[] = [];
  let count = 0;
  for (const { file, source, marks } of await loadExpectations(repository)) {
    const lines = tokenize(grammar, source);
    for (const { line, source: part, start, end, kind } of marks) {
      count++;
      const allowed = scopes[kind];
      assert.ok(allowed, `${file} names an unknown kind: ${kind}`);
      for (const token of lines[line]!.filter((token) => token.startIndex < end && token.endIndex > start))
        if (!token.scopes.some((scope) => allowed.some((prefix) => scope.startsWith(prefix))))
          wrong.push(
            `${file}, "${source[line]}": "${part}" is to be ${kind}, but is ${token.scopes.slice(1).join(" ") || "plain"}`,
          );
    }
  }
  assert.ok(count > 500, "the expectations were not read");
  assert.deepEqual(wrong, []);
});

function tokenize(grammar: textmate.IGrammar, source: readonly string[]): textmate.IToken[][] {
  let state = textmate.INITIAL;
  return source.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens;
  });
}

test("the sample guideline leaves no state open at its end", async () => {
  const grammar = await loadGrammar();
  const text = await readFile(path.join(repository, "samples/urban_driving/guideline/urban_driving.labelspec"), "utf8");
  let state = textmate.INITIAL;
  for (const line of text.split("\n")) state = grammar.tokenizeLine(line, state).ruleStack;
  assert.equal(state.depth, 1);
});
