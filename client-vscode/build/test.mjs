// Bundles the tests and runs them with node's own runner. Its last lines hold the counts that tests/run.sh adds up.
import { spawnSync } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";

const client = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = path.join(client, "dist", "test");
const tests = (await readdir(path.join(client, "test"), { recursive: true })).filter((name) =>
  name.endsWith(".test.ts"),
);

await rm(out, { recursive: true, force: true });
await esbuild.build({
  absWorkingDir: client,
  entryPoints: tests.map((name) => path.join("test", name)),
  outdir: out,
  outbase: "test",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  logLevel: "warning",
});
const files = tests.map((name) => path.join(out, name.replace(/\.ts$/, ".mjs")));
const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...process.argv.slice(2), ...files], {
  cwd: client,
  stdio: "inherit",
});
process.exit(run.status ?? 1);
