namespace LabelSpec.Geometry;

// Where a box stands to the frame around it, usually the image.
public readonly partial record struct Box
{
    /// <summary>
    /// The edges of <paramref name="frame"/> that the box reaches or crosses; an edge counts as reached from
    /// <paramref name="margin"/> pixels on.
    /// </summary>
    public FrameEdges EdgesTouched(Box frame, double margin = 0) =>
        (Left <= frame.Left + margin ? FrameEdges.Left : 0)
        | (Top <= frame.Top + margin ? FrameEdges.Top : 0)
        | (Right >= frame.Right - margin ? FrameEdges.Right : 0)
        | (Bottom >= frame.Bottom - margin ? FrameEdges.Bottom : 0);

    /// <summary>True when the box has no point in common with the frame, not even on its edge.</summary>
    public bool IsOutside(Box frame) =>
        Right < frame.Left || Left > frame.Right || Bottom < frame.Top || Top > frame.Bottom;

    /// <summary>The largest distance, in pixels, by which an edge of the box lies outside the frame; 0 inside.</summary>
    public double Overhang(Box frame) =>
        Math.Max(
            0,
            Math.Max(Math.Max(frame.Left - Left, Right - frame.Right), Math.Max(frame.Top - Top, Bottom - frame.Bottom))
        );
}
