using LabelSpec.Annotations.Sources;

namespace LabelSpec.Engine;

/// <summary>One annotation file as it was read.</summary>
/// <param name="Path">As the user gave it, or relative to the project.</param>
/// <param name="Format">The name of the format, such as <c>coco</c>; null when it was not recognised.</param>
/// <param name="Sha256">Lower-case hexadecimal hash of the content; computed from the source when first asked for.</param>
/// <param name="Problem">Why the file could not be read to its end; null when it could.</param>
public sealed record AnalysedInput(
    string Path,
    string? Format,
    string? Sha256,
    long Images,
    long Annotations,
    string? Problem = null
)
{
    /// <summary>The file, where it is at hand.</summary>
    public SourceFile? Source { get; init; }

    readonly string? known = Sha256;

    // Hashing costs as much as reading, and most reports do not show it.
    public string? Sha256
    {
        get => known ?? Source?.Sha256;
        init => known = value;
    }

    /// <summary>Writes the hash as ASCII where it comes from the source.</summary>
    public bool TryCopySha256(Span<byte> text)
    {
        if (known is not null || Source is null)
            return false;
        Source.CopySha256(text);
        return true;
    }
}
