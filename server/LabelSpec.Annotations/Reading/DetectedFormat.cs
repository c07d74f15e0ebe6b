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

    /// <param name="otherPath">Where the text stands.</param>
    /// <param name="beginning">As much of it as formats look at; there is more.</param>
    /// <param name="amongOthers">The formats that it may be of.</param>
    public bool Holds(string otherPath, ReadOnlySpan<byte> beginning, ImmutableArray<IAnnotationFormat> amongOthers) =>
        otherPath == path && amongOthers == among && beginning.SequenceEqual(head);
}
