using System.Collections.Concurrent;

namespace LabelSpec.Annotations.Building;

/// <summary>Parts that were appended and emptied, whose memory serves again.</summary>
sealed class PartStack
{
    readonly ConcurrentBag<DatasetPart> free = [];

    public DatasetPart Take() => free.TryTake(out var part) ? part : new DatasetPart();

    public void Return(DatasetPart part) => free.Add(part);
}
