import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

interface Manifest {
  activationEvents: string[];
  contributes: {
    commands: { command: string; title: string }[];
    menus: Record<string, { command: string; when?: string }[]>;
    keybindings: { command: string }[];
    configuration: { properties: Record<string, { markdownDescription?: string; default?: unknown }> };
    viewsWelcome: { contents: string }[];
    walkthroughs: { steps: { description: string; media: { markdown: string } }[] }[];
  };
}

const manifest = JSON.parse(await readFile("package.json", "utf8")) as Manifest;
const { contributes } = manifest;
const declared = contributes.commands.map((command) => command.command);
const sources = (
  await Promise.all(
    (await readdir("src", { recursive: true }))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFile(path.join("src", name), "utf8")),
  )
).join("\n");

/** The server reads this section of the settings itself. */
const serverSettings = await readFile(
  path.join("..", "server", "LabelSpec.LanguageServer", "Features", "Diagnostics", "DiagnosticSettings.cs"),
  "utf8",
);

/** Registered by the language client, because the server announces it. */
const servers = ["labelspec.recheck"];

test("every declared command has a handler", () => {
  for (const command of declared.filter((name) => !servers.includes(name))) {
    const name = command.split(".").at(-1)!;
    const grouping = name.startsWith("groupBy");
    assert.ok(
      grouping || new RegExp(`\\b${name}: |on(Finding)?\\("${name}"`).test(sources),
      `${command} has no handler`,
    );
  }
});

test("menus, keys, welcome texts and steps name declared commands", () => {
  const named = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].map((entry) => entry.command);
  const texts = [
    ...contributes.viewsWelcome.map((entry) => entry.contents),
    ...contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps.map((step) => step.description)),
  ].join("\n");
  for (const [, command] of texts.matchAll(/\(command:(labelspec\.[\w.]+)/g))
    if (!command!.endsWith(".focus")) named.push(command!);
  assert.deepEqual(
    named.filter((command) => !declared.includes(command)),
    [],
  );
});

test("every setting is documented, has a default, and is read", () => {
  for (const [name, property] of Object.entries(contributes.configuration.properties)) {
    assert.ok((property.markdownDescription ?? "").length > 20, `${name} is not documented`);
    assert.notEqual(property.default, undefined, `${name} has no default`);
    const key = name.split(".").slice(1);
    const isRead =
      sources.includes(`"${key.join(".")}"`) ||
      sources.includes(`"${key.at(-1)}"`) ||
      key.every((part) => serverSettings.includes(`"${part}"`));
    assert.ok(isRead, `${name} is read nowhere`);
  }
});

test("the README has every command and every setting", async () => {
  const readme = await readFile("README.md", "utf8");
  for (const name of Object.keys(contributes.configuration.properties)) assert.ok(readme.includes(`\`${name}\``), name);
  for (const { command, title } of contributes.commands)
    if (!command.startsWith("labelspec.findings.")) assert.ok(readme.includes(title), `${title} (${command})`);
});

test("every file that the manifest names is there", async () => {
  const text = await readFile("package.json", "utf8");
  const files = [...text.matchAll(/"(?:\.\/)?((?:language|media|snippets|syntaxes|walkthrough|dist)\/[^"]+)"/g)].map(
    (m) => m[1]!,
  );
  assert.ok(files.length > 8);
  assert.deepEqual(
    files.filter((file) => !existsSync(file)),
    [],
  );
});

test("the lock file names no registry", async () => {
  assert.doesNotMatch(await readFile("package-lock.json", "utf8"), /"resolved"/);
});
