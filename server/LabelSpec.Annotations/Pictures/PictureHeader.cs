namespace LabelSpec.Annotations.Pictures;

/// <summary>What the header of a picture file says, or why it says nothing.</summary>
public readonly record struct PictureHeader
{
    public required PictureStatus Status { get; init; }

    /// <summary>Width in pixels as stored, before any turning by <see cref="Orientation"/>.</summary>
    public int Width { get; init; }

    /// <summary>Height in pixels as stored, before any turning by <see cref="Orientation"/>.</summary>
    public int Height { get; init; }

    /// <summary>EXIF orientation, 1 (upright) to 8; 5 to 8 swap width and height on screen.</summary>
    public int Orientation { get; init; }

    /// <summary>Why the header cannot be read; null when it can.</summary>
    public string? Problem { get; init; }

    public bool IsReadable => Status == PictureStatus.Readable;

    /// <summary>Viewers that honour the orientation show the picture with its sides swapped.</summary>
    public bool SwapsSides => Orientation is >= 5 and <= 8;

    internal static PictureHeader Of(int width, int height, int orientation) =>
        new()
        {
            Status = PictureStatus.Readable,
            Width = width,
            Height = height,
            Orientation = orientation is >= 1 and <= 8 ? orientation : 1,
        };

    internal static PictureHeader Failed(PictureStatus status, string problem) =>
        new()
        {
            Status = status,
            Problem = problem,
            Orientation = 1,
        };
}
