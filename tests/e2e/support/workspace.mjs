import { cp, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { repository } from "./paths.mjs";

/** A copy of a sample that a test may change; `remove` takes it away. */
export async function copyOfSample(name) {
  const scratch = await mkdtemp(path.join(os.tmpdir(), "labelspec-e2e-"));
  const folder = path.join(scratch, name);
  await cp(path.join(repository, "samples", name), folder, { recursive: true });
  return { folder, remove: () => rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}
