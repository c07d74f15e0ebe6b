using System.Text.Json.Nodes;
using LabelSpec.Grammar.Formatting;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using SyntaxEdit = LabelSpec.Grammar.Text.TextEdit;

namespace LabelSpec.LanguageServer.Features.Formatting;

/// <summary>The one canonical style, for a document, for parts of it, and while typing.</summary>
sealed class FormattingFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("documentFormattingProvider");
        features
            .Document<DocumentFormattingParams, IReadOnlyList<TextEdit>>("textDocument/formatting")
            .In<GuidelineContent>((context, _, _) => Translate(context, Formatter.Edits(context.Content.Tree)));
        features.Announce("documentRangeFormattingProvider", () => new JsonObject { ["rangesSupport"] = true });
        features
            .Document<DocumentRangeFormattingParams, IReadOnlyList<TextEdit>>("textDocument/rangeFormatting")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    Translate(context, Formatter.FormatRange(context.Content.Tree, context.SpanOf(wish.Range)))
            );
        features
            .Document<DocumentRangesFormattingParams, IReadOnlyList<TextEdit>>("textDocument/rangesFormatting")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    Translate(
                        context,
                        wish.Ranges.SelectMany(range =>
                                Formatter.FormatRange(context.Content.Tree, context.SpanOf(range))
                            )
                            .Distinct()
                    )
            );
        features.Announce(
            "documentOnTypeFormattingProvider",
            () => new JsonObject { ["firstTriggerCharacter"] = "}", ["moreTriggerCharacter"] = new JsonArray("\n") }
        );
        features
            .Document<DocumentOnTypeFormattingParams, IReadOnlyList<TextEdit>>("textDocument/onTypeFormatting")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    Translate(
                        context,
                        FormattingWhileTyping.After(
                            context.Content.Tree,
                            context.OffsetOf(wish.Position),
                            wish.Character
                        )
                    )
            );
    }

    static IReadOnlyList<TextEdit> Translate(
        DocumentContext<GuidelineContent> context,
        IEnumerable<SyntaxEdit> edits
    ) => [.. edits.Select(edit => new TextEdit(context.RangeOf(edit.Span), edit.NewText))];
}
