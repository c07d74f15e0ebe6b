import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
export const artifacts = path.join(repository, "artifacts", "e2e");
export const client = path.join(repository, "client-vscode");

/** The command under test: the one that LABELSPEC_COMMAND names, of the run's configuration, or whichever is built. */
export const labelspec = [
  process.env.LABELSPEC_COMMAND,
  ...[process.env.CONFIGURATION, "Release", "Debug"].map(
    (configuration) =>
      configuration && path.join(repository, `server/LabelSpec.Cli/bin/${configuration}/net10.0/labelspec`),
  ),
].find((file) => file && existsSync(file));

if (labelspec === undefined) throw new Error("There is no labelspec command: build server/LabelSpec.Cli first.");
