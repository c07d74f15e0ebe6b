using System.Collections.Immutable;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Semantics.Index;

/// <summary>
/// Answers what stands at a place and where a symbol stands, for definition, references, rename and highlight; and which names may be
/// written at a place, for completion.
/// </summary>
public sealed class SymbolIndex
{
    private readonly IndexBuilder facts;
    private readonly Guideline guideline;
    private readonly Lazy<Dictionary<SourceFile, Occurrence[]>> byFile;
    private readonly Lazy<ILookup<Symbol, Occurrence>> bySymbol;

    internal SymbolIndex(IndexBuilder facts, Guideline guideline)
    {
        this.facts = facts;
        this.guideline = guideline;
        byFile = new(IndexFiles);
        bySymbol = new(() => facts.Occurrences.Distinct().ToLookup(occurrence => occurrence.Symbol));
    }

    /// <summary>Everywhere that a symbol is declared or used, in the order of the files and places.</summary>
    public ImmutableArray<Occurrence> ReferencesOf(Symbol symbol) =>
        [
            .. bySymbol
                .Value[symbol]
                .OrderBy(occurrence => guideline.Files.IndexOf(occurrence.Span.File))
                .ThenBy(occurrence => occurrence.Span.Start),
        ];

    /// <summary>The symbols that are declared or used at an offset; several where a name stands for attributes of several classes.</summary>
    public ImmutableArray<Occurrence> At(SourceFile file, int offset)
    {
        if (!byFile.Value.TryGetValue(file, out var occurrences))
        {
            return [];
        }
        var found = ImmutableArray.CreateBuilder<Occurrence>();
        // Names do not nest, so that the candidates stand side by side before the first one that begins behind the offset.
        for (var i = FirstBehind(occurrences, offset) - 1; i >= 0 && occurrences[i].Span.End >= offset; i--)
        {
            found.Add(occurrences[i]);
        }
        found.Reverse();
        return found.DrainToImmutable();
    }

    /// <summary>All occurrences in a file, by place.</summary>
    public ImmutableArray<Occurrence> In(SourceFile file) =>
        byFile.Value.TryGetValue(file, out var occurrences) ? [.. occurrences] : [];

    /// <summary>The innermost expression at an offset, with its type; null where there is none.</summary>
    public BoundExpression? ExpressionAt(SourceFile file, int offset)
    {
        BoundExpression? best = null;
        foreach (var root in facts.Expressions)
        {
            if (Covers(root, file, offset) && (best is null || root.Span.Length < best.Span.Length))
            {
                best = root;
            }
        }
        return best is null ? null : Innermost(best, file, offset);
    }

    /// <summary>The variables that may be named at an offset, inner ones first; without classes, lets and functions, which are visible everywhere.</summary>
    public ImmutableArray<VisibleName> NamesAt(SourceFile file, int offset)
    {
        var (_, scope) = ScopeAt(file, offset);
        if (scope is null)
        {
            return [];
        }
        var names = ImmutableArray.CreateBuilder<VisibleName>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in scope.Names())
        {
            if (seen.Add(name))
            {
                names.Add(new VisibleName(name, value.Type, (value as BoundVariable)?.Variable));
            }
        }
        if (scope.Image is { } image && seen.Add("image"))
        {
            names.Add(new VisibleName("image", image.Type, null));
        }
        return names.DrainToImmutable();
    }

    /// <summary>
    /// The annotation or image whose attributes and members may be named bare at an offset, inside of classes and of <c>image</c>; else null.
    /// </summary>
    public BoundExpression? SelfAt(SourceFile file, int offset) => ScopeAt(file, offset).Scope?.Self;

    private (SourceSpan Span, Binding.Scope? Scope) ScopeAt(SourceFile file, int offset)
    {
        (SourceSpan Span, Binding.Scope? Scope) best = default;
        foreach (var (span, scope) in facts.Scopes)
        {
            if (
                ReferenceEquals(span.File, file)
                && span.Touches(offset)
                && (best.Scope is null || span.Length <= best.Span.Length)
            )
            {
                best = (span, scope);
            }
        }
        return best;
    }

    private static BoundExpression Innermost(BoundExpression expression, SourceFile file, int offset)
    {
        while (true)
        {
            BoundExpression? inner = null;
            foreach (var child in BoundChildren.Of(expression))
            {
                if (Covers(child, file, offset))
                {
                    inner = child;
                }
            }
            if (inner is null)
            {
                return expression;
            }
            expression = inner;
        }
    }

    private static bool Covers(BoundExpression expression, SourceFile file, int offset) =>
        ReferenceEquals(expression.Span.File, file) && expression.Span.Touches(offset);

    private static int FirstBehind(Occurrence[] occurrences, int offset)
    {
        var (low, high) = (0, occurrences.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (occurrences[middle].Span.Start > offset)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }
        return low;
    }

    private Dictionary<SourceFile, Occurrence[]> IndexFiles() =>
        facts
            .Occurrences.Distinct()
            .GroupBy(occurrence => occurrence.Span.File)
            .ToDictionary(group => group.Key, group => group.OrderBy(occurrence => occurrence.Span.Start).ToArray());
}
