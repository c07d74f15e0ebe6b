using System.Collections.Immutable;
using LabelSpec.Annotations.Reading;

namespace LabelSpec.Annotations.Formats;

/// <summary>The files of one format that are to be read into one data set.</summary>
/// <param name="Files">Indexes in <c>DatasetBuilder.Files</c>, in the order that their rows must have.</param>
public sealed record ReadRequest(ImmutableArray<int> Files, ReadOptions Options)
{
    public CancellationToken Cancellation { get; init; }

    /// <summary>Bytes that were read so far are reported here, for progress.</summary>
    public IProgress<long>? Progress { get; init; }
}
