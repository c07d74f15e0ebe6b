import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

interface Manifest {
  icon: string;
  version: string;
  activationEvents: string[];
  contributes: {
    commands: { command: string; title: string }[];
    menus: Record<string, { command: string; when?: string }[]>;
    keybindings: { command: string; key: string; when?: string; args?: { commands: string[] } }[];
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
  const named = [
    ...Object.values(contributes.menus)
      .flat()
      .map((entry) => entry.command),
    // A key in a tree selects what has the focus first: commands are told of the selection alone.
    ...contributes.keybindings.flatMap(({ command, args }) =>
      command === "runCommands" ? args!.commands.filter((name) => name !== "list.select") : [command],
    ),
  ];
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

test("the palette shows no command where it cannot work", () => {
  const palette = new Map(contributes.menus["commandPalette"]!.map(({ command, when }) => [command, when]));
  // These help where there is no server.
  const always = ["labelspec.restartServer", "labelspec.showOutput", "labelspec.openWalkthrough"];
  for (const command of declared)
    if (always.includes(command)) assert.equal(palette.get(command), undefined, command);
    else assert.match(palette.get(command) ?? "", /^false$|^labelspec\.running\b/, command);
  assert.match(palette.get("labelspec.showPicture")!, /labelspec\.annotationFile/);
  assert.match(palette.get("labelspec.openGuideline")!, /labelspec\.guideline/);
});

test("whatever is a button in the rows of the findings view is in their menu, too: keys reach no buttons", () => {
  const entries = contributes.menus["view/item/context"]! as { command: string; when?: string; group: string }[];
  const inMenu = entries.filter(({ group }) => !group.startsWith("inline")).map(({ command }) => command);
  for (const { command, group } of entries)
    if (group.startsWith("inline")) assert.ok(inMenu.includes(command), command);
});

test("fix, waive and picture have keys in the findings view", () => {
  const keys = contributes.keybindings.filter(({ when }) => when?.includes("focusedView == labelspec.findings"));
  assert.deepEqual(
    keys.map(({ args }) => args!.commands.at(-1)),
    ["labelspec.findings.fix", "labelspec.findings.waive", "labelspec.findings.showPicture"],
  );
});

test("no key is taken from the editor: Ctrl+K P copies the path of the file", () => {
  for (const { key } of contributes.keybindings) assert.notEqual(key, "ctrl+k p");
});

test("the marketplace gets an icon of at least 128 pixels and a list of changes", async () => {
  const icon = await readFile(manifest.icon);
  assert.equal(icon.toString("latin1", 1, 4), "PNG");
  assert.ok(icon.readUInt32BE(16) >= 128 && icon.readUInt32BE(16) === icon.readUInt32BE(20));
  assert.match(await readFile("CHANGELOG.md", "utf8"), new RegExp(`^## ${manifest.version}$`, "m"));
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
