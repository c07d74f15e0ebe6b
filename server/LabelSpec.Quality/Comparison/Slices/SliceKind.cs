using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>A way to divide a result, and the scores of its parts.</summary>
/// <param name="Name">The word for it on the command line.</param>
/// <param name="Of">The parts, in the order to show them.</param>
public sealed record SliceKind(string Name, Func<ComparisonResult, ImmutableArray<SliceScore>> Of)
{
    /// <summary>Every kind. A new one is a line here.</summary>
    public static ImmutableArray<SliceKind> All { get; } =
    [
        new("annotator", result => Slices.By(result, SliceKeys.Annotator())),
        new("class", Slices.ByLabel),
        new("image", Slices.ByImage),
        new("attribute", Slices.ByAttribute),
        new("size", result => Slices.By(result, SliceKeys.Size())),
        new("job", result => Slices.By(result, SliceKeys.Job())),
    ];

    public static SliceKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
