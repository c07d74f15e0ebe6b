using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.LanguageServer.Features.References;

/// <summary>Where what stands at the cursor is written: in all guidelines, and of rules in project files too.</summary>
static class GuidelineReferences
{
    public static IEnumerable<(string Path, TextSpan Span)> At(
        WorkspaceSnapshot snapshot,
        GuidelineAnalysis analysis,
        int offset,
        bool includeDeclaration,
        CancellationToken cancellation
    )
    {
        var symbols = SymbolSearch.At(analysis, offset).Select(occurrence => occurrence.Symbol).ToList();
        return symbols.Count > 0
            ? Of(snapshot, symbols, includeDeclaration, cancellation)
            : SceneNames
                .At(analysis.Tree, offset)
                .Where(place => includeDeclaration || !place.IsDeclaration)
                .Select(place => (analysis.Path, place.Span));
    }

    public static IEnumerable<(string Path, TextSpan Span)> Of(
        WorkspaceSnapshot snapshot,
        IReadOnlyCollection<Symbol> symbols,
        bool includeDeclaration,
        CancellationToken cancellation
    ) =>
        SymbolSearch
            .OccurrencesOf(snapshot, symbols, cancellation)
            .Where(occurrence => includeDeclaration || !occurrence.IsDeclaration)
            .Select(occurrence =>
                (occurrence.Span.File.Path, new TextSpan(occurrence.Span.Start, occurrence.Span.Length))
            )
            .Concat(symbols.OfType<RuleSymbol>().SelectMany(rule => ProjectRules.Naming(snapshot, rule)).Distinct());
}
