import {
  DefinitionRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  HoverRequest,
  type LanguageClient,
  WorkspaceSymbolRequest,
} from "vscode-languageclient/node";
import * as requests from "../protocol/requests";
import type { Position } from "../protocol/shapes";
import { enclosing, type HandbookPage, kindOf } from "./declaration";

/** What a page is asked for: the declaration at a place, or a rule, class or code by its name. */
export type HandbookTopic = { uri: string; position: Position } | { uri: string; topic: string };

/**
 * The page of a topic; undefined where there is none. It is what the server knows of a declaration's name, so pages and hovers
 * never differ; pages of diagnostic codes are documents of the server's own scheme.
 */
export async function lookUp(client: LanguageClient, asked: HandbookTopic): Promise<HandbookPage | undefined> {
  if ("position" in asked)
    return /\.labelspec$/i.test(asked.uri)
      ? ofPlace(client, asked.uri, asked.position)
      : ofLabel(client, asked.uri, asked.position);
  if (/^LS\d{4}$/.test(asked.topic)) return ofCode(client, asked.topic);
  return ofName(client, asked.topic);
}

async function ofName(client: LanguageClient, name: string): Promise<HandbookPage | undefined> {
  const found = await client.sendRequest(WorkspaceSymbolRequest.type, { query: name });
  const place = (found ?? []).find((symbol) => symbol.name === name)?.location;
  return place && "range" in place ? ofPlace(client, place.uri, place.range.start) : undefined;
}

async function ofPlace(client: LanguageClient, uri: string, position: Position): Promise<HandbookPage | undefined> {
  const textDocument = { uri };
  const symbols = (await client.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? [];
  const symbol = enclosing(
    symbols.filter((one): one is DocumentSymbol => "selectionRange" in one),
    position,
  );
  if (symbol === undefined) return undefined;
  const hover = await client.sendRequest(HoverRequest.type, { textDocument, position: symbol.selectionRange.start });
  if (hover === null || typeof hover.contents === "string" || !("value" in hover.contents)) return undefined;
  const markdown = hover.contents.value;
  return { kind: kindOf(markdown), name: symbol.name, title: symbol.name, uri, range: symbol.selectionRange, markdown };
}

/** The page of what the text in an annotation file means: the class of a label, else that of the annotation around it. */
async function ofLabel(client: LanguageClient, uri: string, position: Position): Promise<HandbookPage | undefined> {
  const found = await client.sendRequest(DefinitionRequest.type, { textDocument: { uri }, position });
  for (const one of Array.isArray(found) ? found : found === null ? [] : [found]) {
    const place = "targetUri" in one ? { uri: one.targetUri, range: one.targetSelectionRange } : one;
    if (/\.labelspec$/i.test(place.uri)) return ofPlace(client, place.uri, place.range.start);
  }
  const picture = await client.sendRequest(requests.picture, { textDocument: { uri }, position });
  const label = picture?.selected === undefined ? undefined : picture.shapes[picture.selected]?.class;
  return label === undefined ? undefined : ofName(client, label);
}

async function ofCode(client: LanguageClient, code: string): Promise<HandbookPage> {
  const { text } = await client.sendRequest<{ text: string }>("workspace/textDocumentContent", {
    uri: `labelspec-help:/${code}.md`,
  });
  // The page begins with its own heading.
  const [, title, rest] = /^# (.*)\n([\s\S]*)$/.exec(text) ?? [];
  return { kind: "check", name: code, title: title ?? code, markdown: rest ?? text };
}
