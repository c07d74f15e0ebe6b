using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>The keypoints of the annotation asked for last, as rules mostly ask for several of one. One for each thread.</summary>
sealed class KeypointCache(Dataset dataset)
{
    readonly KeypointBuffer buffer = new();
    int cached = -1;

    /// <summary>The keypoint at a place; not labelled where the annotation stores fewer.</summary>
    public Keypoint Of(int row, int index)
    {
        if (cached != row)
        {
            buffer.Clear();
            dataset.ReadKeypoints(row, buffer);
            cached = row;
        }
        return index < buffer.Count ? buffer.Points[index] : default;
    }

    public int Labelled(int row)
    {
        Of(row, 0);
        var labelled = 0;
        foreach (var point in buffer.Points)
            if (point.IsLabelled)
                labelled++;
        return labelled;
    }
}
