using System.Collections.Immutable;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>The classes of all annotators together, by name.</summary>
public sealed class ClassList
{
    readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);

    public ClassList(IReadOnlyList<AnnotatorWork> annotators)
    {
        foreach (var annotator in annotators)
        foreach (var name in annotator.Dataset.Categories.Names)
            codes.TryAdd(name, codes.Count);
        Names = [.. codes.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
    }

    public ImmutableArray<string> Names { get; }

    /// <summary>The index of an annotation's class; -1 for one without.</summary>
    public int Of(AnnotatorWork annotator, int row)
    {
        var category = annotator.Dataset.Annotations.Categories[row];
        return category < 0 ? -1 : codes[annotator.Dataset.Categories.NameOf(category)];
    }
}
