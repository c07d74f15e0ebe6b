import { readFile } from "node:fs/promises";
import path from "node:path";
import { repository } from "./paths.mjs";

/** The fenced blocks of the editors page in a language: what users copy. */
export async function documented(language) {
  const page = await readFile(path.join(repository, "server/docs/editors.md"), "utf8");
  return [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
    .filter((block) => block[1] === language)
    .map((block) => block[2]);
}
