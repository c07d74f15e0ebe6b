namespace LabelSpec.Annotations.Project;

/// <summary>
/// Where the values of a project file stand, by their path: <c>spec</c>, <c>datasets[0].path</c>,
/// <c>severity.enough_pedestrians</c>. Lets later phases point at the entry that names a missing file or rule.
/// </summary>
public sealed class ProjectPositions
{
    public static ProjectPositions Empty { get; } =
        new(new Dictionary<string, TextRange>(), new Dictionary<string, TextRange>());

    readonly IReadOnlyDictionary<string, TextRange> ranges;
    readonly IReadOnlyDictionary<string, TextRange> keys;

    internal ProjectPositions(
        IReadOnlyDictionary<string, TextRange> ranges,
        IReadOnlyDictionary<string, TextRange> keys
    ) => (this.ranges, this.keys) = (ranges, keys);

    public IEnumerable<string> Paths => ranges.Keys;

    /// <summary>The value's place; null when the file does not have it.</summary>
    public TextRange? Find(string path) => ranges.TryGetValue(path, out var range) ? range : null;

    /// <summary>The place of the key that a value stands under; null when the file does not have it.</summary>
    public TextRange? FindKey(string path) => keys.TryGetValue(path, out var range) ? range : null;
}
