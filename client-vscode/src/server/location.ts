import path from "node:path";

/** Where a server may be, and why it was looked for there. */
export interface ServerCandidate {
  command: string;
  arguments: string[];
  origin: "setting" | "extension" | "repository" | "path";
}

export interface ServerSearch {
  /** The setting `labelspec.server.path`; empty when there is none or it must not be trusted. */
  setting: string;
  /** The setting `labelspec.server.arguments`. */
  arguments: readonly string[];
  extensionFolder: string;
  workspaceFolders: readonly string[];
  home: string;
  platform: NodeJS.Platform;
  /** The folders of the environment's PATH. */
  path: readonly string[];
  isFile: (file: string) => boolean;
}

/** Why no server was found, in words for people. */
export class ServerNotFound extends Error {}

/**
 * The server to start: the setting goes first, then the one that the extension carries, then a build of the repository if
 * that is the open folder, then the PATH. A setting that names nothing is an error: starting another server than the one
 * asked for would hide the mistake.
 */
export function findServer(search: ServerSearch): ServerCandidate {
  const name = search.platform === "win32" ? "labelspec.exe" : "labelspec";
  const found = (command: string, origin: ServerCandidate["origin"]): ServerCandidate => ({
    command,
    arguments: ["lsp", ...search.arguments],
    origin,
  });

  if (search.setting.trim() !== "") {
    const places = expand(search.setting.trim(), search);
    const place = places.find((file) => search.isFile(file));
    if (place === undefined)
      throw new ServerNotFound(`The setting labelspec.server.path names "${places[0] ?? ""}", which is no file.`);
    return found(place, "setting");
  }

  const carried = path.join(search.extensionFolder, "server", name);
  if (search.isFile(carried)) return found(carried, "extension");

  for (const folder of search.workspaceFolders)
    for (const configuration of ["Release", "Debug"]) {
      const built = path.join(folder, "server", "LabelSpec.Cli", "bin", configuration, "net10.0", name);
      if (search.isFile(built)) return found(built, "repository");
    }

  for (const folder of search.path) {
    const installed = path.join(folder, name);
    if (path.isAbsolute(installed) && search.isFile(installed)) return found(installed, "path");
  }
  throw new ServerNotFound(
    "No labelspec command was found: this extension carries none, and there is none on the PATH. " +
      "Set labelspec.server.path to one.",
  );
}

function expand(setting: string, search: ServerSearch): string[] {
  const file = setting === "~" || /^~[\\/]/.test(setting) ? path.join(search.home, setting.slice(1)) : setting;
  if (file.includes("${workspaceFolder}"))
    return search.workspaceFolders.map((folder) => file.replaceAll("${workspaceFolder}", folder));
  if (path.isAbsolute(file)) return [file];
  // A bare name is looked for on the PATH; a relative path counts from the workspace.
  const roots = /[\\/]/.test(file) ? search.workspaceFolders : search.path;
  const places = roots.map((root) => path.join(root, file));
  return places.length > 0 ? places : [file];
}
