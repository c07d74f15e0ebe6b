// Bundles the extension and its webviews, and brings the language files over from grammar/, where they are generated.
import { copyFile, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";

const client = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const repository = path.dirname(client);
const watch = process.argv.includes("--watch");

export const languageFiles = {
  "labelspec.tmLanguage.json": "grammar/textmate/labelspec.tmLanguage.json",
  "language-configuration.json": "grammar/textmate/language-configuration.json",
  "labelspec.schema.json": "server/LabelSpec.Annotations/Project/labelspec.schema.json",
};

async function copyLanguage() {
  await mkdir(path.join(client, "language"), { recursive: true });
  for (const [name, source] of Object.entries(languageFiles))
    await copyFile(path.join(repository, source), path.join(client, "language", name));
}

const common = { bundle: true, minify: !watch, sourcemap: watch, logLevel: "warning", absWorkingDir: client };
const bundles = [
  {
    ...common,
    entryPoints: { extension: "src/extension.ts" },
    outdir: "dist",
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    // The client library prefers its ES modules, whose dynamic requires cannot be bundled.
    mainFields: ["main", "module"],
  },
  {
    ...common,
    entryPoints: { picture: "src/picture/view/main.ts", handbook: "src/handbook/view/main.ts" },
    outdir: "dist/view",
    platform: "browser",
    format: "iife",
    target: "chrome120",
  },
];

await rm(path.join(client, "dist"), { recursive: true, force: true });
await copyLanguage();
if (watch) for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
else await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
