using System.Collections.Immutable;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Index;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Features.Symbols;

/// <summary>What stands at a place, and where else it stands, in all guidelines of the workspace.</summary>
static class SymbolSearch
{
    /// <summary>
    /// The symbols at an offset: several where one name stands for attributes of several classes, none where there is no
    /// name that was understood.
    /// </summary>
    public static ImmutableArray<Occurrence> At(GuidelineAnalysis analysis, int offset)
    {
        var found = analysis.Compilation.Index.At(analysis.File, offset);
        if (found.IsEmpty)
            return found;
        // Between two names that touch, the one that begins here is meant.
        var start = found.Max(occurrence => occurrence.Span.Start);
        return [.. found.Where(occurrence => occurrence.Span.Start == start).DistinctBy(o => SymbolKey.Of(o.Symbol))];
    }

    /// <summary>Everywhere that symbols stand, in the order of files and places, each place once.</summary>
    public static IReadOnlyList<Occurrence> OccurrencesOf(
        WorkspaceSnapshot snapshot,
        IEnumerable<Symbol> symbols,
        CancellationToken cancellation
    )
    {
        var keys = symbols.Select(SymbolKey.Of).ToHashSet();
        var found = new Dictionary<(string, int), Occurrence>();
        foreach (var compilation in snapshot.Guidelines().Compilations)
        {
            cancellation.ThrowIfCancellationRequested();
            var files = compilation.Guideline.Files;
            if (!keys.Any(key => files.Any(file => file.Path == key.Path)))
                continue;
            foreach (var file in files)
            foreach (var occurrence in compilation.Index.In(file))
                if (keys.Contains(SymbolKey.Of(occurrence.Symbol)))
                    found.TryAdd((file.Path, occurrence.Span.Start), occurrence);
        }

        return
        [
            .. found
                .Values.OrderBy(occurrence => occurrence.Span.File.Path, StringComparer.Ordinal)
                .ThenBy(occurrence => occurrence.Span.Start),
        ];
    }

    /// <summary>The innermost declared symbol whose declaration, or whose name, is around an offset.</summary>
    public static TSymbol? Declared<TSymbol>(IEnumerable<TSymbol> symbols, GuidelineAnalysis analysis, int offset)
        where TSymbol : Symbol =>
        symbols
            .Where(symbol => symbol.Span.File.Path == analysis.Path && symbol.Span.Touches(offset))
            .OrderBy(symbol => symbol.Span.Length)
            .FirstOrDefault();
}
