namespace LabelSpec.Annotations.Model;

/// <summary>Receives the keypoints of an annotation; reuse one per thread.</summary>
public sealed class KeypointBuffer
{
    Keypoint[] points = new Keypoint[32];

    public int Count { get; private set; }

    public ReadOnlySpan<Keypoint> Points => points.AsSpan(0, Count);

    /// <summary>Numbers left over after the last whole keypoint: 1 or 2 when the file's list is broken.</summary>
    public int Remainder { get; set; }

    public void Clear()
    {
        Count = 0;
        Remainder = 0;
    }

    public void Add(Keypoint point)
    {
        if (Count == points.Length)
            Array.Resize(ref points, 2 * Count);
        points[Count++] = point;
    }
}
