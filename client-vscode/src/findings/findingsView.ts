import * as vscode from "vscode";
import type { FindingActions } from "../actions/findingActions";
import { reveal } from "../editing/reveal";
import type { PicturePanels } from "../picture/picturePanels";
import * as requests from "../protocol/requests";
import type { Finding, GroupBy } from "../protocol/shapes";
import type { LanguageServer } from "../server/languageServer";
import { chooseFilter } from "./filterPick";
import { type FindingsNode, FindingsTree } from "./findingsTree";

/** The findings view: the tree, its commands, and how it follows the server. */
export function registerFindingsView(
  context: vscode.ExtensionContext,
  server: LanguageServer,
  actions: FindingActions,
  pictures: PicturePanels,
  explain: (finding: Finding) => void,
): void {
  const tree = new FindingsTree(server);
  const view = vscode.window.createTreeView("labelspec.findings", { treeDataProvider: tree, showCollapseAll: true });
  tree.attach(view);
  const on = (name: string, run: (argument?: FindingsNode | Finding) => unknown) =>
    context.subscriptions.push(vscode.commands.registerCommand(`labelspec.findings.${name}`, run));
  const onFinding = (name: string, run: (finding: Finding) => unknown) =>
    on(name, (argument) => {
      const finding = findingOf(argument) ?? findingOf(view.selection[0]);
      return finding && run(finding);
    });

  for (const groupBy of ["rule", "image", "annotator", "file"] satisfies GroupBy[])
    on(`groupBy${groupBy[0]!.toUpperCase()}${groupBy.slice(1)}`, () => (tree.groupBy = groupBy));
  on("filter", async () => (tree.filter = (await chooseFilter(server, tree.filter)) ?? tree.filter));
  on("clearFilter", () => (tree.filter = {}));
  // Behind the lens that counts the violations of a rule.
  context.subscriptions.push(
    vscode.commands.registerCommand("labelspec.findings.showRule", async (rule: unknown) => {
      if (typeof rule !== "string") return;
      tree.filter = { rules: [rule] };
      tree.groupBy = "rule";
      await vscode.commands.executeCommand("labelspec.findings.focus");
    }),
  );
  on("more", (node) => {
    if (node && "kind" in node && node.kind === "more") tree.more(node.parent);
  });
  onFinding("open", (finding) => reveal(vscode.Uri.parse(finding.uri), finding.range, false));
  onFinding("showPicture", async (finding) => {
    // The text first: the picture goes beside it, and what is selected in one is selected in the other.
    await reveal(vscode.Uri.parse(finding.uri), finding.range, false, false);
    pictures.showFinding(finding);
  });
  on("fix", (argument) => {
    const node = argument ?? view.selection[0];
    const finding = findingOf(node);
    return finding ? actions.fix(finding) : fixGroup(node);
  });
  onFinding("waive", (finding) => actions.waive(finding));
  on("help", async (argument) => {
    const finding = findingOf(argument) ?? (await firstOf(server, argument));
    if (finding) explain(finding);
  });
  on("baseline", (argument) => {
    const finding = findingOf(argument);
    if (finding) return actions.baseline({ uri: finding.uri, fingerprint: finding.fingerprint });
    return argument && "kind" in argument && argument.kind === "group"
      ? actions.baseline({ rule: argument.group.key })
      : undefined;
  });
  const fixGroup = async (argument: FindingsNode | Finding | undefined) => {
    if (!argument || !("kind" in argument) || argument.kind !== "group" || tree.groupBy !== "rule") return;
    const rule = argument.group.label;
    const uri = await chooseFile(server, rule);
    if (uri !== undefined) await actions.fixRule(uri, rule);
  };
  on("fixGroup", fixGroup);

  context.subscriptions.push(
    view,
    server.onDidChange(() => tree.refresh()),
    server.onDidChangeFindings(() => tree.refresh()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("labelspec.findings.groupBy"))
        tree.groupBy = vscode.workspace.getConfiguration("labelspec").get<GroupBy>("findings.groupBy", "rule");
    }),
  );
}

function findingOf(argument: FindingsNode | Finding | undefined): Finding | undefined {
  if (argument === undefined) return undefined;
  if (!("kind" in argument)) return argument;
  return argument.kind === "finding" ? argument.finding : undefined;
}

/** A finding of a rule's group: any one tells what the rule is. */
async function firstOf(
  server: LanguageServer,
  argument: FindingsNode | Finding | undefined,
): Promise<Finding | undefined> {
  if (!argument || !("kind" in argument) || argument.kind !== "group") return undefined;
  const result = await server.client?.sendRequest(requests.findings, {
    groupBy: "rule",
    group: argument.group.key,
    limit: 1,
  });
  return result?.items?.[0];
}

/** The file to repair: the only one in which the rule found something, or the one that the user chooses. */
async function chooseFile(server: LanguageServer, rule: string): Promise<string | undefined> {
  const result = await server.client?.sendRequest(requests.findings, { groupBy: "file", filter: { rules: [rule] } });
  const files = (result?.groups ?? []).flatMap((group) =>
    group.uri === undefined ? [] : [{ label: group.label, description: group.description, uri: group.uri }],
  );
  if (files.length < 2) return files[0]?.uri;
  return (await vscode.window.showQuickPick(files, { title: rule, placeHolder: "In which file?" }))?.uri;
}
