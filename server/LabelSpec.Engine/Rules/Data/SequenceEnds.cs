using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Rules.Data;

/// <summary>First and last frame of each video. An image of no video is first and last of its own.</summary>
sealed class SequenceEnds
{
    readonly ImageTable images;
    readonly int[] first;
    readonly int[] last;

    public SequenceEnds(ImageTable images)
    {
        this.images = images;
        first = new int[images.SequenceNames.Length];
        last = new int[first.Length];
        Array.Fill(first, int.MaxValue);
        Array.Fill(last, int.MinValue);
        if (first.Length == 0)
            return;
        for (var image = 0; image < images.Count; image++)
        {
            var sequence = images.Sequences[image];
            if (sequence < 0)
                continue;
            first[sequence] = Math.Min(first[sequence], images.Frames[image]);
            last[sequence] = Math.Max(last[sequence], images.Frames[image]);
        }
    }

    public bool IsFirst(int image)
    {
        var sequence = images.Sequences[image];
        return sequence < 0 || images.Frames[image] == first[sequence];
    }

    public bool IsLast(int image)
    {
        var sequence = images.Sequences[image];
        return sequence < 0 || images.Frames[image] == last[sequence];
    }
}
