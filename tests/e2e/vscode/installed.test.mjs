import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, readdir, readlink, stat } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { startBrowser } from "../support/browser.mjs";
import { repository } from "../support/paths.mjs";
import { startVsCode } from "../support/vscodeServer.mjs";
import { until } from "../support/wait.mjs";
import { Workbench } from "../support/workbench.mjs";
import { copyOfSample } from "../support/workspace.mjs";

const vsix = path.join(repository, "artifacts/vscode/labelspec-linux-x64.vsix");

let sample;
let server;
let browser;
let code;

before(async () => {
  assert.ok(existsSync(vsix), `${vsix} is not there: run \`npm run package -- linux-x64\` in client-vscode`);
  sample = await copyOfSample("urban_driving");
  [server, browser] = await Promise.all([startVsCode({ vsix }), startBrowser()]);
  code = await Workbench.open(browser, server.url(sample.folder));
});
after(async () => {
  await code?.keep("installed-last");
  await browser?.close();
  await server?.stop();
  await sample?.remove();
});

/** All files of the installed extension, relative to it. */
async function installed() {
  const [name] = (await readdir(server.extensions)).filter((folder) => folder.startsWith("labelspec.labelspec-"));
  const folder = path.join(server.extensions, name);
  const files = (await readdir(folder, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));
  return { folder, files };
}

/** The executables of the language servers that run, by process. */
async function running() {
  const processes = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const executables = await Promise.all(processes.map((id) => readlink(`/proc/${id}/exe`).catch(() => "")));
  return executables.filter((file) => file.startsWith(server.extensions));
}

test("an installed package finds what is wrong, by the server that it carries", async () => {
  await code.openFile("train.json");
  const rows = await until("the findings", async () => {
    const rows = await code.problems();
    return rows.some((row) => row.includes("one_class_per_vehicle")) && rows;
  });
  assert.ok(
    rows.some((row) => row.includes("are one vehicle")),
    rows.join("\n"),
  );
  const { folder } = await installed();
  assert.deepEqual(await running(), [path.join(folder, "server", "labelspec")]);
});

test("the pictures of the package's page are in the package", async () => {
  const { folder, files } = await installed();
  const page = files.find((file) => /^readme\.md$/i.test(file));
  assert.ok(page, files.join("\n"));
  const pictures = [...(await readFile(path.join(folder, page), "utf8")).matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(
    (match) => match[1],
  );
  assert.ok(pictures.length >= 2, "the page has no pictures");
  assert.deepEqual(
    pictures.filter((picture) => !files.includes(picture)),
    [],
  );
});

test("the package carries machine code and no runtime, sources or tests", async () => {
  const { folder, files } = await installed();
  assert.deepEqual(files.filter((file) => file.startsWith("server/")).sort(), [
    "server/labelspec",
    "server/libSkiaSharp.so",
  ]);
  assert.deepEqual(
    files.filter((file) => /\.(ts|map|cs|csproj|pdb|dbg|dll|xml)$|(^|\/)(test|src|build|node_modules)\//.test(file)),
    [],
  );
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(folder, file))).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(bytes < 60e6, `the extension takes ${(bytes / 1e6).toFixed(1)} MB`);
});
