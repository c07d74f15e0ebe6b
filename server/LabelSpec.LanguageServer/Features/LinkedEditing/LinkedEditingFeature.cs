using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.References;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.LanguageServer.Features.LinkedEditing;

/// <summary>Names that live in one rule or test are typed in all their places at once.</summary>
sealed class LinkedEditingFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("linkedEditingRangeProvider");
        features
            .Document<TextDocumentPositionParams, LinkedEditingRanges>("textDocument/linkedEditingRange")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    LinkedAt(context.Analysis(), context.OffsetOf(wish.Position)) is { Count: > 1 } spans
                        ? new LinkedEditingRanges([.. spans.Select(context.RangeOf)], @"[\p{L}_][\p{L}\p{N}_]*")
                        : null
            );
    }

    internal static IReadOnlyList<TextSpan> LinkedAt(GuidelineAnalysis analysis, int offset)
    {
        var symbols = SymbolSearch.At(analysis, offset);
        return symbols.All(occurrence => occurrence.Symbol is VariableSymbol)
            ? [.. GuidelineHighlights.At(analysis, offset).Select(highlight => highlight.Span)]
            : [];
    }
}
