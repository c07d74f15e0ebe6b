using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>
/// The classes of all annotators together, by name; aliases and dataset labels of the guideline are its classes.
/// </summary>
public sealed class ClassList
{
    /// <summary>The only class of data without categories.</summary>
    const string Unnamed = "object";

    readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    readonly Guideline? guideline;

    public ClassList(IReadOnlyList<AnnotatorWork> annotators, Guideline? guideline = null)
    {
        this.guideline = guideline;
        var known = new Dictionary<string, ClassSymbol>(StringComparer.Ordinal);
        foreach (var dataset in annotators.Select(annotator => annotator.Dataset).Distinct())
        {
            if (dataset.Categories.Count == 0 && dataset.Annotations.Count > 0)
                codes.TryAdd(Unnamed, codes.Count);
            foreach (var name in dataset.Categories.Names)
            {
                codes.TryAdd(NameOf(name), codes.Count);
                if (guideline?.FindClassByLabel(name) is { } symbol)
                    known.TryAdd(symbol.Name, symbol);
            }
        }

        Names = [.. codes.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        Symbols = [.. Names.Select(known.GetValueOrDefault)];
    }

    public ImmutableArray<string> Names { get; }

    /// <summary>For each class what the guideline says of it; null for what it does not know.</summary>
    internal ImmutableArray<ClassSymbol?> Symbols { get; }

    /// <summary>The index of a category's class; -1 for an annotation without one although the data has categories.</summary>
    public int Of(Dataset dataset, int category) =>
        category >= 0 ? codes[NameOf(dataset.Categories.NameOf(category))]
        : dataset.Categories.Count == 0 ? codes[Unnamed]
        : -1;

    /// <summary>
    /// Whether what has no category in a part is the same in the whole: a class of its own where there are no categories, and an
    /// annotation to be left out where there are some.
    /// </summary>
    internal static bool NameAlike(Dataset part, Dataset whole) =>
        part.Annotations.Count == 0 || part.Categories.Count == 0 == (whole.Categories.Count == 0);

    internal bool HasGuideline => guideline is not null;

    internal bool IsIgnored(int code) => Symbols[code] is { IsIgnore: true };

    /// <summary>The class that files mean by a name.</summary>
    internal static string NameOf(Guideline? guideline, string name) => guideline?.FindClassByLabel(name)?.Name ?? name;

    string NameOf(string name) => NameOf(guideline, name);
}
