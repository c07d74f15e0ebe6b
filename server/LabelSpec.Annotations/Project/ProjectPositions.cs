namespace LabelSpec.Annotations.Project;

/// <summary>
/// Where the values of a project file stand, by their path: <c>spec</c>, <c>datasets[0].path</c>,
/// <c>severity.enough_pedestrians</c>. Lets later phases point at the entry that names a missing file or rule.
/// </summary>
public sealed class ProjectPositions
{
    public static ProjectPositions Empty { get; } = new(new Dictionary<string, TextRange>());

    readonly IReadOnlyDictionary<string, TextRange> ranges;

    internal ProjectPositions(IReadOnlyDictionary<string, TextRange> ranges) => this.ranges = ranges;

    public IEnumerable<string> Paths => ranges.Keys;

    /// <summary>The value's place; null when the file does not have it.</summary>
    public TextRange? Find(string path) => ranges.TryGetValue(path, out var range) ? range : null;
}
