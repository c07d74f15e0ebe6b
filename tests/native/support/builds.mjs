import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const repository = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  "../../..",
);

/** The command as it is built, with a runtime: of the run's configuration, or whichever is there. */
export const managed = [process.env.CONFIGURATION, "Release", "Debug"]
  .filter(Boolean)
  .map((configuration) =>
    path.join(
      repository,
      `server/LabelSpec.Cli/bin/${configuration}/net10.0/labelspec`,
    ),
  )
  .find(existsSync);

/** The command as machine code; `npm run setup` publishes it. */
export const native = path.join(repository, "artifacts/native/labelspec");

if (managed === undefined)
  throw new Error(
    "There is no labelspec command: build server/LabelSpec.Cli first.",
  );
if (!existsSync(native))
  throw new Error(
    "There is no native labelspec command: run `npm run setup` first.",
  );
