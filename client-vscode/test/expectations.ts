import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** A part of a guideline and what it is. */
export interface Mark {
  /** Index of the source line. */
  line: number;
  source: string;
  start: number;
  end: number;
  kind: string;
}

export interface Expectations {
  file: string;
  source: string[];
  marks: Mark[];
}

/** The suite of grammar/expectations, as its README has it, without the marks that need the meaning of names. */
export async function loadExpectations(repository: string): Promise<Expectations[]> {
  const folder = path.join(repository, "grammar/expectations");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".txt")).sort();
  return Promise.all(
    files.map(async (file) => ({ file, ...parse(await readFile(path.join(folder, file), "utf8"), file) })),
  );
}

function parse(text: string, file: string): Omit<Expectations, "file"> {
  const source: string[] = [];
  const marks: Mark[] = [];
  for (const line of text.split("\n")) {
    const mark = /^ {2}( *)(\^+) (?:(server|textmate):)?([a-z]+)$/.exec(line);
    if (line.startsWith("| ")) source.push(line.slice(2));
    else if (/^ *\^/.test(line)) {
      if (!mark || source.length === 0) throw new Error(`${file}: this is no mark: ${line}`);
      if (mark[3] === "server") continue;
      const start = mark[1]!.length;
      const end = start + mark[2]!.length;
      marks.push({ line: source.length - 1, source: source.at(-1)!.slice(start, end), start, end, kind: mark[4]! });
    }
  }
  return { source, marks };
}
