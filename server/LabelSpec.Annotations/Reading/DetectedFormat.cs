using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;

namespace LabelSpec.Annotations.Reading;

/// <summary>
/// What the beginning of a text that is longer than it was recognised as. Formats look at nothing else, so that it holds while
/// somebody types further on.
/// </summary>
sealed class DetectedFormat(
    string path,
    byte[] head,
    ImmutableArray<IAnnotationFormat> among,
    IAnnotationFormat? format
)
{
    public IAnnotationFormat? Format { get; } = format;

    public bool Holds(string otherPath, ReadOnlySpan<byte> text, ImmutableArray<IAnnotationFormat> amongOthers) =>
        text.Length > head.Length && otherPath == path && amongOthers == among && text.StartsWith(head);
}
