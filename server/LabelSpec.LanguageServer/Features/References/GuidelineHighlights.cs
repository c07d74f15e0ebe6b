using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.References;

/// <summary>Where what stands at the cursor stands in the same file.</summary>
static class GuidelineHighlights
{
    public static IReadOnlyList<(TextSpan Span, bool IsDeclaration)> At(GuidelineAnalysis analysis, int offset)
    {
        var keys = SymbolSearch.At(analysis, offset).Select(found => SymbolKey.Of(found.Symbol)).ToHashSet();
        if (keys.Count == 0)
            return SceneNames.At(analysis.Tree, offset);
        return
        [
            .. analysis
                .Compilation.Index.In(analysis.File)
                .Where(occurrence => keys.Contains(SymbolKey.Of(occurrence.Symbol)))
                .Select(occurrence =>
                    (new TextSpan(occurrence.Span.Start, occurrence.Span.Length), occurrence.IsDeclaration)
                )
                .Distinct(),
        ];
    }
}
