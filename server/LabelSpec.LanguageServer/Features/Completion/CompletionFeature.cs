using System.Text.Json;
using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Features.Hover;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>Completion; the documentation of a symbol is made when its item is looked at.</summary>
sealed class CompletionFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce(
            "completionProvider",
            () =>
                new JsonObject
                {
                    ["resolveProvider"] = true,
                    ["triggerCharacters"] = new JsonArray(".", ":", "\"", "/", "|", "=", "{", "-"),
                    ["completionItem"] = new JsonObject { ["labelDetailsSupport"] = true },
                }
        );
        features
            .Document<CompletionParams, CompletionList>("textDocument/completion")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    new CompletionList(
                        false,
                        [
                            .. GuidelineCompletion
                                .At(
                                    context.Analysis(),
                                    context.OffsetOf(wish.Position),
                                    () => features.Services.Data.WordsOf(context.Snapshot, context.Document.Path)
                                )
                                .Select(proposal => Translate(context, proposal)),
                        ]
                    )
            )
            .In<ProjectContent>(
                (context, wish, _) =>
                    new CompletionList(
                        false,
                        [
                            .. ProjectCompletion
                                .At(context.Snapshot, context.Content, context.OffsetOf(wish.Position))
                                .Select(proposal => Translate(context, proposal)),
                        ]
                    )
            );
        features
            .Resolve<CompletionItem>("completionItem/resolve", item => item.Data)
            .In<GuidelineContent>((context, item, _) => Resolve(context, item))
            .In<ProjectContent>((_, item, _) => item);
    }

    static CompletionItem Translate<TContent>(DocumentContext<TContent> context, Proposal proposal)
        where TContent : DocumentContent
    {
        var snippet = context.Client.Snippets ? proposal.Snippet : null;
        var isDeprecated =
            proposal.IsDeprecated
            && context.Client.Lists("textDocument.completion.completionItem.tagSupport.valueSet", 1);
        return new CompletionItem(
            proposal.Label,
            proposal.Kind,
            Detail: proposal.Detail,
            Documentation: proposal.Documentation is { } text ? MarkupContent.Markdown(text) : null,
            SortText: $"{proposal.Rank}{proposal.Label}",
            InsertTextFormat: snippet is null ? null : InsertTextFormat.Snippet,
            TextEdit: new TextEdit(context.RangeOf(proposal.Replaced), snippet ?? proposal.Text),
            Tags: isDeprecated ? [1] : null,
            Command: proposal.RetriggersAfterwards && context.Client.IsVsCode
                ? new Command("Suggest", "editor.action.triggerSuggest")
                : null,
            Data: DataOf(context.Uri, proposal.Symbol)
        );
    }

    static JsonElement DataOf(string uri, Symbol? symbol)
    {
        var data = new JsonObject { ["uri"] = uri };
        if (symbol is not null)
        {
            var key = SymbolKey.Of(symbol);
            data["path"] = key.Path;
            data["start"] = key.Start;
            data["name"] = key.Name;
        }

        return JsonDocument.Parse(data.ToJsonString()).RootElement;
    }

    static CompletionItem Resolve(DocumentContext<GuidelineContent> context, CompletionItem item)
    {
        if (item.Data is not { } data || !data.TryGetProperty("path", out var path))
            return item;
        var key = new SymbolKey(
            path.GetString() ?? "",
            data.GetProperty("start").GetInt32(),
            data.GetProperty("name").GetString() ?? ""
        );
        var compilation = context.Analysis().Compilation;
        var symbol = compilation
            .Guideline.Files.SelectMany(file => file.Path == key.Path ? compilation.Index.In(file) : [])
            .Select(occurrence => occurrence.Symbol)
            .FirstOrDefault(symbol => SymbolKey.Of(symbol) == key);
        return symbol is null
            ? item
            : item with
            {
                Documentation = MarkupContent.Markdown(SymbolPage.Of(compilation.Guideline, symbol)),
            };
    }
}
