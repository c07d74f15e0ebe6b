import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { repository } from "./builds.mjs";

/** A folder that is laid out anew, with the same path and the same files, for each build that runs in it. */
export async function sameWorkspace() {
  const scratch = await mkdtemp(path.join(os.tmpdir(), "labelspec-native-"));
  const folder = path.join(scratch, "work");
  return {
    folder,
    /** The layout in which documented commands run. */
    async layOut() {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder);
      await cp(path.join(repository, "samples/urban_driving"), folder, {
        recursive: true,
      });
      await cp(
        path.join(repository, "samples/scores"),
        path.join(folder, "scores"),
        { recursive: true },
      );
      await cp(
        path.join(repository, "samples/street_review"),
        path.join(folder, "review"),
        { recursive: true },
      );
    },
    /** All files by name, as bytes in hexadecimal. The cache is left out: it remembers which build wrote it, and when. */
    async files() {
      const names = (
        await readdir(folder, { withFileTypes: true, recursive: true })
      )
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
        .filter((name) => !name.includes(".labelspec_cache"))
        .sort();
      return Object.fromEntries(
        await Promise.all(
          names.map(async (name) => [
            path.relative(folder, name),
            (await readFile(name)).toString("hex"),
          ]),
        ),
      );
    },
    remove: () => rm(scratch, { recursive: true, force: true }),
  };
}
