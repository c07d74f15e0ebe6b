import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { artifacts, client, labelspec, repository } from "./paths.mjs";
import { until } from "./wait.mjs";

const lib = path.join(
  repository,
  "artifacts/vscode-server/4.100.3/node_modules/code-server/lib/vscode/out/server-main.js",
);

/** What the tests do not want to meet: questions, tips, network, animations. */
const settings = {
  "security.workspace.trust.enabled": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.reduceMotion": "on",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "chat.commandCenter.enabled": false,
  "editor.minimap.enabled": false,
  "editor.wordWrap": "off",
  "files.autoSave": "off",
  "window.confirmBeforeClose": "never",
  "files.simpleDialog.enable": true,
};

/**
 * VS Code's own server with the extension: as a VSIX would unpack it, with the server that was built, or, where a VSIX is
 * named, installed from that as a user would, with the server that it carries.
 */
export async function startVsCode({ vsix } = {}) {
  const scratch = await mkdtemp(path.join(os.tmpdir(), "labelspec-vscode-"));
  const [data, extensions] = [path.join(scratch, "data"), path.join(scratch, "extensions")];
  if (vsix) await installPackage(vsix, data, extensions);
  else await installExtension(path.join(extensions, "labelspec.labelspec-0.1.0"));
  for (const profile of ["User", "Machine"]) {
    await mkdir(path.join(data, profile), { recursive: true });
    await writeFile(path.join(data, profile, "settings.json"), JSON.stringify(settings, undefined, 2));
  }
  await mkdir(artifacts, { recursive: true });
  const log = createWriteStream(path.join(artifacts, "vscode-server.log"));
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [
      ...[lib, "--host", "127.0.0.1", "--port", String(port), "--without-connection-token"],
      ...["--accept-server-license-terms", "--telemetry-level", "off"],
      ...["--user-data-dir", data, "--server-data-dir", data, "--extensions-dir", extensions],
    ],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, VSCODE_AGENT_FOLDER: data }, detached: true },
  );
  server.stdout.pipe(log);
  server.stderr.pipe(log);
  const url = `http://127.0.0.1:${port}/`;
  await until("VS Code's server", async () => (await fetch(url).catch(() => undefined))?.ok, { timeout: 120_000 });
  return {
    url: (folder) => `${url}?folder=${encodeURIComponent(folder)}`,
    logs: path.join(data, "logs"),
    extensions,
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      // The whole group: the extension host and the language server are its children.
      process.kill(-server.pid, "SIGTERM");
      const kill = setTimeout(() => process.kill(-server.pid, "SIGKILL"), 5000);
      await ended;
      clearTimeout(kill);
      await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

async function installExtension(folder) {
  for (const part of ["package.json", "dist", "language", "syntaxes", "snippets", "media", "walkthrough"])
    await cp(path.join(client, part), path.join(folder, part), { recursive: true });
  // Where the VSIX carries its server.
  await symlink(path.dirname(labelspec), path.join(folder, "server"));
}

/** VS Code's own way from a package to an extension. */
async function installPackage(vsix, data, extensions) {
  const installer = spawn(
    process.execPath,
    [
      ...[lib, "--install-extension", vsix, "--accept-server-license-terms"],
      ...["--server-data-dir", data, "--user-data-dir", data, "--extensions-dir", extensions],
    ],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, VSCODE_AGENT_FOLDER: data }, timeout: 120_000 },
  );
  let said = "";
  for (const stream of [installer.stdout, installer.stderr]) stream.on("data", (part) => (said += part));
  const code = await new Promise((resolve) => installer.once("exit", resolve));
  if (code !== 0) throw new Error(`${vsix} could not be installed:\n${said}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
