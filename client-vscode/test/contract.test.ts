import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import ts from "typescript";

/** The members of each interface in a TypeScript source: name → type, "?" behind the names of optional ones. */
function interfaces(source: string): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  const file = ts.createSourceFile("x.ts", source, ts.ScriptTarget.Latest);
  for (const statement of file.statements)
    if (ts.isInterfaceDeclaration(statement)) {
      const members = new Map<string, string>();
      for (const member of statement.members)
        if (ts.isPropertySignature(member) && member.type)
          members.set(member.name.getText(file) + (member.questionToken ? "?" : ""), typeText(member.type, file));
      found.set(statement.name.text, members);
    }
  return found;
}

/** A type without blanks, names that only the page has written out. */
function typeText(type: ts.TypeNode, file: ts.SourceFile): string {
  return type
    .getText(file)
    .replace(/\/\/.*$/gm, "")
    .replace(/[\s;,]+/g, "")
    .replace(/DecidingValue/g, "{name:stringvalue:string}")
    .replace(/TextDocumentIdentifier/g, "{uri:string}");
}

/** Interfaces of the page whose members are written inline on our side, or need the protocol's own types. */
const elsewhere = new Set(["LabelSpecCapabilities", "DecidingValue", "FixResult", "WaiveResult", "BaselineResult"]);
/** Parts of the page's shapes that have a name of their own here. */
const named = new Map([
  ["FindingsParams", ["filter?"]],
  ["Picture", ["image"]],
  ["Shape", ["kind", "box?", "keypoints?", "mask?"]],
]);

test("the client's shapes are those of the contract page", async () => {
  const page = await readFile(path.resolve("../server/LabelSpec.LanguageServer/docs/custom-requests.md"), "utf8");
  const contract = interfaces([...page.matchAll(/```ts\n([\s\S]*?)```/g)].map((block) => block[1]).join("\n"));
  const ours = interfaces(await readFile("src/protocol/shapes.ts", "utf8"));
  assert.ok(contract.size > 10, "the page was not read");
  for (const [name, members] of contract) {
    if (elsewhere.has(name)) continue;
    const mine = ours.get(name);
    assert.ok(mine, `the client has no ${name}`);
    assert.deepEqual([...mine.keys()].sort(), [...members.keys()].sort(), name);
    for (const [member, type] of members)
      if (!named.get(name)?.some((part) => part === member)) assert.equal(mine.get(member), type, `${name}.${member}`);
  }
});
