import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { repository } from "./paths.mjs";

/** A copy of a sample that a test may change; `remove` takes it away. */
export async function copyOfSample(name) {
  const workspace = await emptyWorkspace(name);
  await cp(path.join(repository, "samples", name), workspace.folder, { recursive: true });
  return workspace;
}

/** A folder of its own; `change` rewrites a file of it, `write` makes one. */
export async function emptyWorkspace(name) {
  const scratch = await mkdtemp(path.join(os.tmpdir(), "labelspec-e2e-"));
  const folder = path.join(scratch, name);
  const at = (file) => path.join(folder, file);
  return {
    folder,
    write: async (file, text) => {
      await mkdir(path.dirname(at(file)), { recursive: true });
      await writeFile(at(file), text);
    },
    copy: (from, to) => cp(at(from), at(to)),
    read: (file) => readFile(at(file), "utf8"),
    change: async (file, edit) => writeFile(at(file), edit(await readFile(at(file), "utf8"))),
    remove: () => rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}
