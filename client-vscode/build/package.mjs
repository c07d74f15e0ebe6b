// Packs the extension with its server for one platform, or for all: `npm run package -- linux-x64`.
import { spawnSync } from "node:child_process";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const client = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const repository = path.dirname(client);
const artifacts = path.join(repository, "artifacts", "vscode");
const server = path.join(client, "server");

/** VS Code's name of a platform → .NET's. */
const platforms = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "alpine-x64": "linux-musl-x64",
  "darwin-x64": "osx-x64",
  "darwin-arm64": "osx-arm64",
  "win32-x64": "win-x64",
  "win32-arm64": "win-arm64",
};

/**
 * How the server is published. Machine code can only be linked on the platform that it is for; for the others the runtime is
 * packed into the executable.
 */
const profileOf = (platform) => (platform === `${process.platform}-${process.arch}` ? "native" : "bundled");

/** Runs a command to its end; a failure is ours too. */
function run(command, ...rest) {
  const { status } = spawnSync(command, rest, { cwd: client, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`${command} ${rest.join(" ")} failed`);
}

async function size(folder) {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) bytes += (await stat(path.join(entry.parentPath ?? entry.path, entry.name))).size;
  return bytes;
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

async function publishServer(platform) {
  await rm(server, { recursive: true, force: true });
  run(
    "dotnet",
    "publish",
    path.join(repository, "server", "LabelSpec.Cli"),
    ...[`-p:PublishProfile=${profileOf(platform)}`, "--runtime", platforms[platform], "--output", server],
    ...["-p:RunAnalyzers=false", "-nologo", "-v", "quiet"],
  );
  const symbols = (await readdir(server)).filter((file) => /\.(pdb|dbg|dSYM)$/.test(file));
  if (symbols.length > 0) throw new Error(`symbols would be shipped: ${symbols.join(", ")}`);
  return size(server);
}

const asked = process.argv.slice(2);
const wanted = asked.length > 0 ? asked : Object.keys(platforms);
for (const platform of wanted)
  if (!(platform in platforms)) {
    console.error(`unknown platform: ${platform}; known are ${Object.keys(platforms).join(", ")}`);
    process.exit(2);
  }

await mkdir(artifacts, { recursive: true });
run(process.execPath, "build/build.mjs");
try {
  for (const platform of wanted) await pack(platform);
} finally {
  await rm(server, { recursive: true, force: true });
}

async function pack(platform) {
  const bytes = await publishServer(platform);
  const vsix = path.join(artifacts, `labelspec-${platform}.vsix`);
  run(
    process.execPath,
    "node_modules/@vscode/vsce/vsce",
    ...["package", "--target", platform, "--out", vsix],
    // Its pictures lie in the package; links are not turned into links to a repository on the web.
    ...["--no-dependencies", "--allow-missing-repository", "--skip-license", "--no-rewrite-relative-links"],
  );
  const packed = (await stat(vsix)).size;
  console.log(`${platform}: ${profileOf(platform)} server ${megabytes(bytes)}, package ${megabytes(packed)}`);
}
