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
    /// <summary>
    /// Letters of any alphabet, without the classes of Unicode: VS Code reads patterns without the flag `u`, where `\p{L}` are the
    /// letters p and L, and an editor ends linked editing where the pattern does not take the name.
    /// </summary>
    const string PlainName = @"[A-Za-z_\u00aa-\uffff][0-9A-Za-z_\u00aa-\uffff]*";

    const string QuotedName = @"[^`\r\n]+";

    public void Register(FeatureRegistry features)
    {
        features.Announce("linkedEditingRangeProvider");
        features
            .Document<TextDocumentPositionParams, LinkedEditingRanges>("textDocument/linkedEditingRange")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    LinkedAt(context.Analysis(), context.OffsetOf(wish.Position)) is { Spans.Count: > 1 } linked
                        ? new LinkedEditingRanges([.. linked.Spans.Select(context.RangeOf)], linked.Pattern)
                        : null
            );
    }

    /// <summary>The places of a name, without its backticks, and what may be typed there.</summary>
    internal static (IReadOnlyList<TextSpan> Spans, string Pattern) LinkedAt(GuidelineAnalysis analysis, int offset)
    {
        var symbols = SymbolSearch.At(analysis, offset);
        if (!symbols.All(occurrence => occurrence.Symbol is VariableSymbol))
            return ([], PlainName);
        var spans = GuidelineHighlights.At(analysis, offset).Select(highlight => highlight.Span).ToList();
        var quoted = spans.Count(span => analysis.Text[span.Start] == '`');
        if (quoted == 0)
            return (spans, PlainName);
        // Quoted here and bare there, the same letters cannot be typed in both.
        return quoted == spans.Count
            ? ([.. spans.Select(span => new TextSpan(span.Start + 1, span.Length - 2))], QuotedName)
            : ([], PlainName);
    }
}
