import * as vscode from "vscode";
import { LSPErrorCodes, ResponseError } from "vscode-languageclient/node";
import { toRange } from "../editing/ranges";
import * as requests from "../protocol/requests";
import type {
  Finding,
  FindingsFilter,
  FindingsGroup,
  FindingsParams,
  FindingsResult,
  GroupBy,
} from "../protocol/shapes";
import type { LanguageServer } from "../server/languageServer";
import {
  countText,
  filterText,
  findingContext,
  findingDescription,
  groupContext,
  groupDescription,
  groupLabel,
  severityIcon,
  total,
  viewDescription,
} from "./texts";

/** So many are fetched at once; the rest waits behind "more". */
const page = 200;

export type FindingsNode =
  | { kind: "group"; group: FindingsGroup }
  | { kind: "finding"; finding: Finding }
  | { kind: "more"; parent: FindingsGroup | undefined; left: number };

/** The findings of the workspace as a tree of groups; a group's findings are fetched when it is opened. */
export class FindingsTree implements vscode.TreeDataProvider<FindingsNode> {
  readonly #server: LanguageServer;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #shown = new Map<string, number>();
  #view: vscode.TreeView<FindingsNode> | undefined;
  #filter: FindingsFilter = {};
  #groupBy: GroupBy = vscode.workspace.getConfiguration("labelspec").get<GroupBy>("findings.groupBy", "rule");

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(server: LanguageServer) {
    this.#server = server;
  }

  attach(view: vscode.TreeView<FindingsNode>): void {
    this.#view = view;
    this.#describe();
  }

  get groupBy(): GroupBy {
    return this.#groupBy;
  }

  set groupBy(groupBy: GroupBy) {
    this.#groupBy = groupBy;
    this.#describe();
    this.refresh();
  }

  get filter(): FindingsFilter {
    return this.#filter;
  }

  set filter(filter: FindingsFilter) {
    this.#filter = filter;
    this.#describe();
    this.#shown.clear();
    this.refresh();
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  /** Shows another page of a group, or of the groups. */
  more(parent: FindingsGroup | undefined): void {
    this.#shown.set(parent?.key ?? rootKey, this.#limit(parent) + page);
    this.refresh();
  }

  getTreeItem(node: FindingsNode): vscode.TreeItem {
    switch (node.kind) {
      case "group":
        return groupItem(node.group, this.#groupBy);
      case "finding":
        return findingItem(node.finding, this.#groupBy);
      case "more": {
        const item = new vscode.TreeItem(`${node.left.toLocaleString("en")} more…`);
        item.command = { command: "labelspec.findings.more", title: "Show More", arguments: [node] };
        return item;
      }
    }
  }

  async getChildren(node?: FindingsNode): Promise<FindingsNode[]> {
    if (node === undefined) return this.#groups();
    if (node.kind !== "group") return [];
    const { group } = node;
    const items: Finding[] = [];
    let all: number;
    do {
      const result = await this.#ask({ group: group.key, offset: items.length, limit: page });
      items.push(...(result?.items ?? []));
      all = result?.total ?? 0;
      if (!result?.items?.length) break;
    } while (items.length < Math.min(all, this.#limit(group)));
    return [
      ...items.map((finding): FindingsNode => ({ kind: "finding", finding })),
      ...more(group, all - items.length),
    ];
  }

  async #groups(): Promise<FindingsNode[]> {
    const result = await this.#ask({ limit: Math.min(this.#limit(undefined), 1000) });
    this.#tell(result, await this.#isAnythingJudged(result));
    const groups = result?.groups ?? [];
    return [
      ...groups.map((group): FindingsNode => ({ kind: "group", group })),
      ...more(undefined, (result?.groupCount ?? 0) - groups.length),
    ];
  }

  async #ask(parameters: Omit<FindingsParams, "groupBy" | "filter">): Promise<FindingsResult | undefined> {
    const { client } = this.#server;
    try {
      return await client?.sendRequest(requests.findings, {
        groupBy: this.#groupBy,
        filter: this.#filter,
        ...parameters,
      });
    } catch (problem) {
      // Another server takes its place, and is asked as soon as it answers.
      if (client !== this.#server.client) return undefined;
      // Another change is on its way, and with it another request.
      if (problem instanceof ResponseError && problem.code === LSPErrorCodes.ContentModified) return undefined;
      throw problem;
    }
  }

  /** Tells beside the view's title what it is grouped by and what the filter leaves, and the menus what they can offer. */
  #describe(): void {
    const text = filterText(this.#filter);
    void vscode.commands.executeCommand("setContext", "labelspec.findings.filtered", text !== undefined);
    void vscode.commands.executeCommand("setContext", "labelspec.findings.groupBy", this.#groupBy);
    if (this.#view) this.#view.description = viewDescription(this.#groupBy, text);
  }

  #limit(group: FindingsGroup | undefined): number {
    return this.#shown.get(group?.key ?? rootKey) ?? page;
  }

  /** Whether there are annotation files at all; only asked where there are no findings, as these answer it. */
  async #isAnythingJudged(result: FindingsResult | undefined): Promise<boolean> {
    if (result === undefined || result.total > 0 || result.pending) return true;
    const status = await this.#server.client?.sendRequest(requests.status, {}).catch(() => undefined);
    return status?.live !== "none";
  }

  #tell(result: FindingsResult | undefined, isAnythingJudged: boolean): void {
    const state =
      result === undefined
        ? "stopped"
        : result.total > 0
          ? "some"
          : result.pending
            ? "pending"
            : filterText(this.#filter) !== undefined
              ? "filtered"
              : isAnythingJudged
                ? "none"
                : "nothing";
    void vscode.commands.executeCommand("setContext", "labelspec.findings", state);
    if (!this.#view) return;
    this.#view.badge =
      result && result.total > 0 ? { value: total(result.counts), tooltip: countText(result.counts) } : undefined;
    this.#view.message = result?.pending && result.total > 0 ? "Still judging…" : undefined;
  }
}

/** No key of a group: those never hold a line break. */
const rootKey = "\n";

function more(parent: FindingsGroup | undefined, left: number): FindingsNode[] {
  return left > 0 ? [{ kind: "more", parent, left }] : [];
}

function groupItem(group: FindingsGroup, groupBy: GroupBy): vscode.TreeItem {
  const item = new vscode.TreeItem(groupLabel(group, groupBy), vscode.TreeItemCollapsibleState.Collapsed);
  const { icon, color } = severityIcon(group.severity);
  item.id = `${groupBy}\n${group.key}`;
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
  item.description = groupDescription(group);
  item.tooltip = `${groupLabel(group, groupBy)}: ${countText(group.counts)}`;
  item.contextValue = groupContext(groupBy);
  return item;
}

function findingItem(finding: Finding, groupBy: GroupBy): vscode.TreeItem {
  const item = new vscode.TreeItem(finding.message);
  const { icon, color } = severityIcon(finding.severity);
  const uri = vscode.Uri.parse(finding.uri);
  item.id = `${groupBy}\n${finding.uri}\n${finding.fingerprint}`;
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
  item.description = findingDescription(finding, groupBy);
  item.tooltip = tooltip(finding, uri);
  item.contextValue = findingContext(finding);
  item.command = { command: "labelspec.findings.open", title: "Open", arguments: [finding] };
  item.accessibilityInformation = { label: `${finding.severity}: ${finding.message}` };
  return item;
}

function tooltip(finding: Finding, uri: vscode.Uri): vscode.MarkdownString {
  const { start } = toRange(finding.range);
  const text = new vscode.MarkdownString();
  text.appendText(finding.message).appendMarkdown("\n\n");
  for (const { name, value } of finding.values) text.appendText(`${name} = ${value}`).appendMarkdown("  \n");
  text.appendText(`${vscode.workspace.asRelativePath(uri)}:${start.line + 1}:${start.character + 1}`);
  if (finding.fromDisk) text.appendMarkdown("\n\nJudged from disk.");
  return text;
}
