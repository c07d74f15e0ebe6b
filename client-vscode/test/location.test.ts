import assert from "node:assert/strict";
import test from "node:test";
import { findServer, ServerNotFound, type ServerSearch } from "../src/server/location";

function search(files: string[], changes: Partial<ServerSearch> = {}): ServerSearch {
  return {
    setting: "",
    arguments: [],
    extensionFolder: "/ext",
    workspaceFolders: ["/project"],
    home: "/home/ada",
    platform: "linux",
    path: ["/usr/bin", "relative"],
    isFile: (file) => files.includes(file),
    ...changes,
  };
}

const built = "/project/server/LabelSpec.Cli/bin/Debug/net10.0/labelspec";

test("the carried server goes before a build and the PATH", () => {
  const server = findServer(search(["/ext/server/labelspec", built, "/usr/bin/labelspec"]));
  assert.deepEqual(server, { command: "/ext/server/labelspec", arguments: ["lsp"], origin: "extension" });
});

test("a build of the open repository goes before the PATH, Release before Debug", () => {
  const release = built.replace("Debug", "Release");
  assert.equal(findServer(search([built, "/usr/bin/labelspec"])).command, built);
  assert.equal(findServer(search([built, release])).command, release);
});

test("the PATH comes last, and its relative folders not at all", () => {
  assert.equal(findServer(search(["/usr/bin/labelspec"])).origin, "path");
  assert.throws(() => findServer(search(["relative/labelspec"])), ServerNotFound);
});

test("the setting goes before everything, with its arguments", () => {
  const server = findServer(
    search(["/opt/labelspec", "/ext/server/labelspec"], { setting: " /opt/labelspec ", arguments: ["--log", "x"] }),
  );
  assert.deepEqual(server, { command: "/opt/labelspec", arguments: ["lsp", "--log", "x"], origin: "setting" });
});

test("a setting that names nothing is an error, not a reason to start another server", () => {
  assert.throws(
    () => findServer(search(["/ext/server/labelspec"], { setting: "/opt/nothing" })),
    /labelspec\.server\.path names "\/opt\/nothing"/,
  );
});

test("the setting understands home, workspace, relative paths and bare names", () => {
  const at = (setting: string, file: string) => assert.equal(findServer(search([file], { setting })).command, file);
  at("~/bin/labelspec", "/home/ada/bin/labelspec");
  at("${workspaceFolder}/tools/labelspec", "/project/tools/labelspec");
  at("tools/labelspec", "/project/tools/labelspec");
  at("labelspec-next", "/usr/bin/labelspec-next");
});

test("on Windows the server is an exe", () => {
  const server = findServer({ ...search([]), platform: "win32", isFile: (file) => file.endsWith("labelspec.exe") });
  assert.equal(server.origin, "extension");
});

test("without any server the message says what to do", () => {
  assert.throws(() => findServer(search([])), /Set labelspec\.server\.path/);
});
