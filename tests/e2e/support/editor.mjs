import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { labelspec } from "./paths.mjs";
import { copyOfSample } from "./workspace.mjs";

/** Runs an editor over a copy of the sample, `labelspec` on its PATH; what its script wrote to $LABELSPEC_RESULT. */
export async function session(command, ...parameters) {
  const { folder, remove } = await copyOfSample("urban_driving");
  const result = path.join(path.dirname(folder), "result.json");
  try {
    const output = await run(command, parameters, folder, result);
    const text = await readFile(result, "utf8").catch(() => undefined);
    if (text === undefined) throw new Error(`${command} left no result:\n${output}`);
    return { ...JSON.parse(text), folder, output };
  } finally {
    await remove();
  }
}

function run(command, parameters, folder, result) {
  return new Promise((resolve, reject) => {
    const editor = spawn(command, parameters, {
      cwd: folder,
      env: {
        ...process.env,
        HOME: path.dirname(folder),
        XDG_CONFIG_HOME: path.dirname(folder),
        PATH: `${path.dirname(labelspec)}${path.delimiter}${process.env.PATH}`,
        LABELSPEC_RESULT: result,
      },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 120_000,
    });
    let output = "";
    editor.stdout.on("data", (data) => (output += data));
    editor.stderr.on("data", (data) => (output += data));
    editor.once("error", reject);
    editor.once("exit", () => resolve(output));
  });
}
