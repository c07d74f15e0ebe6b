using System.Collections.Immutable;

namespace LabelSpec.Reports.Pictures;

/// <summary>A picture of annotations: a title, one frame or several frames of a video, and notes.</summary>
public sealed record Picture(string Title, ImmutableArray<PictureFrame> Frames, ImmutableArray<PictureNote> Notes)
{
    public byte[] ToPng() => PicturePainter.Paint(this, (width, height) => new SkiaCanvas(width, height));
}
