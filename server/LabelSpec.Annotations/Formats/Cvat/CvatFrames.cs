using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>The frames of a video: of each the first tag that names it.</summary>
sealed class CvatFrames
{
    readonly SortedDictionary<int, SourceSpan> tags = [];

    public void Add(int frame, SourceSpan tag) => tags.TryAdd(frame, tag);

    /// <summary>Makes them images, once all are known.</summary>
    public void AddTo(DatasetPart part, CvatMeta meta)
    {
        foreach (var (frame, tag) in tags)
            part.AddImage(
                new(tag)
                {
                    Id = part.IdOf(frame),
                    FileName = $"frame_{frame:D6}",
                    Width = meta.FrameWidth,
                    Height = meta.FrameHeight,
                    Frame = frame,
                    Sequence = meta.Sequence ?? "",
                }
            );
    }
}
