import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import test from "node:test";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

const repository = path.resolve("..");

/** The scopes by which the grammar says each kind of the expectation file. */
const scopes: Record<string, string[]> = {
  documentation: ["comment.line.documentation"],
  comment: ["comment.line.double-slash"],
  string: ["string.quoted.double"],
  escape: ["constant.character.escape"],
  number: ["constant.numeric"],
  unit: ["keyword.other.unit"],
  color: ["constant.other.color"],
  operator: ["keyword.operator"],
  keyword: ["storage.type", "keyword.control", "keyword.operator.word", "keyword.other"],
  modifier: ["storage.modifier"],
  namespace: ["entity.name.namespace"],
  class: ["entity.name.type.class"],
  shape: ["support.class.shape"],
  type: ["support.type"],
  property: ["variable.other.property.definition"],
  member: ["variable.other.member"],
  function: ["entity.name.function.labelspec"],
  rule: ["entity.name.function.rule"],
  severity: ["constant.language.severity"],
};

interface Mark {
  line: number;
  source: string;
  start: number;
  end: number;
  kind: string;
}

interface Expectations {
  source: string[];
  marks: Mark[];
}

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

async function loadExpectations(): Promise<Expectations> {
  const source: string[] = [];
  const marks: Mark[] = [];
  for (const text of (await readFile(path.join(repository, "grammar/textmate/expectations.txt"), "utf8")).split("\n")) {
    const mark = /^ {2}( *)(\^+) (?:textmate:)?([a-z]+)$/.exec(text);
    if (text.startsWith("| ")) source.push(text.slice(2));
    else if (mark) {
      const start = mark[1]!.length;
      const end = start + mark[2]!.length;
      marks.push({ line: source.length - 1, source: source.at(-1)!.slice(start, end), start, end, kind: mark[3]! });
    }
  }
  return { source, marks };
}

test("the TextMate grammar colours what the expectations mark", async () => {
  const grammar = await loadGrammar();
  const { source, marks } = await loadExpectations();
  assert.ok(marks.length > 30, "the expectation file was not read");
  const lines: textmate.IToken[][] = [];
  let state = textmate.INITIAL;
  for (const line of source) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    lines.push(tokens);
    state = ruleStack;
  }
  const wrong: string[] = [];
  for (const { line, source: part, start, end, kind } of marks) {
    const allowed = scopes[kind];
    assert.ok(allowed, `the expectation file names an unknown kind: ${kind}`);
    for (const token of lines[line]!.filter((token) => token.startIndex < end && token.endIndex > start))
      if (!token.scopes.some((scope) => allowed.some((prefix) => scope.startsWith(prefix))))
        wrong.push(
          `line ${line + 1}, "${part}" is to be ${kind}, but is ${token.scopes.slice(1).join(" ") || "plain"}`,
        );
  }
  assert.deepEqual(wrong, []);
});

test("the sample guideline leaves no state open at its end", async () => {
  const grammar = await loadGrammar();
  const text = await readFile(path.join(repository, "samples/urban_driving/guideline/urban_driving.labelspec"), "utf8");
  let state = textmate.INITIAL;
  for (const line of text.split("\n")) state = grammar.tokenizeLine(line, state).ruleStack;
  assert.equal(state.depth, 1);
});
