using System.Collections.Immutable;
using LabelSpec.Annotations.Sources;
using SkiaSharp;

namespace LabelSpec.Reports.Pictures;

/// <summary>Draws with SkiaSharp; text comes as strokes, so that no system font is needed.</summary>
sealed class SkiaCanvas : IPictureCanvas
{
    // A picture is for looking at; decoding more than this takes gigabytes.
    const long MostPixels = 100_000_000;

    readonly SKSurface _surface;
    readonly SKPaint _paint = new()
    {
        IsAntialias = true,
        StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Round,
    };

    public SkiaCanvas(int width, int height)
    {
        _surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        _surface.Canvas.Clear(SKColors.White);
    }

    public void Fill(IEnumerable<ImmutableArray<PicturePoint>> rings, Colour colour)
    {
        using var builder = new SKPathBuilder { FillType = SKPathFillType.EvenOdd };
        foreach (var ring in rings)
            Add(builder, ring.AsSpan(), closed: true);
        using var path = builder.Detach();
        Use(colour, SKPaintStyle.Fill, 0);
        _surface.Canvas.DrawPath(path, _paint);
    }

    public void Stroke(ReadOnlySpan<PicturePoint> points, bool closed, Colour colour, double width)
    {
        using var builder = new SKPathBuilder();
        Add(builder, points, closed);
        using var path = builder.Detach();
        Use(colour, SKPaintStyle.Stroke, width);
        _surface.Canvas.DrawPath(path, _paint);
    }

    public void Disc(PicturePoint centre, double radius, Colour colour)
    {
        Use(colour, SKPaintStyle.Fill, 0);
        _surface.Canvas.DrawCircle((float)centre.X, (float)centre.Y, (float)radius, _paint);
    }

    public void Image(string path, PicturePoint topLeft, PicturePoint bottomRight)
    {
        using var codec = CodecOf(path);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > MostPixels)
            return;
        using var bitmap = SKBitmap.Decode(codec);
        if (bitmap is null)
            return;
        using var image = SKImage.FromBitmap(bitmap);
        _surface.Canvas.DrawImage(
            image,
            new SKRect((float)topLeft.X, (float)topLeft.Y, (float)bottomRight.X, (float)bottomRight.Y),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
        );
    }

    static SKCodec? CodecOf(string path)
    {
        if (!PackedFile.IsPacked(path))
            return SKCodec.Create(path);
        try
        {
            return SKCodec.Create(new SKManagedStream(PackedFile.OpenRead(path), disposeManagedStream: true));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    public byte[] ToPng()
    {
        using var image = _surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    public void Dispose()
    {
        _paint.Dispose();
        _surface.Dispose();
    }

    static void Add(SKPathBuilder builder, ReadOnlySpan<PicturePoint> points, bool closed)
    {
        if (points.IsEmpty)
            return;
        builder.MoveTo((float)points[0].X, (float)points[0].Y);
        foreach (var point in points[1..])
            builder.LineTo((float)point.X, (float)point.Y);
        if (closed)
            builder.Close();
    }

    void Use(Colour colour, SKPaintStyle style, double width)
    {
        _paint.Color = new SKColor(colour.Red, colour.Green, colour.Blue, colour.Alpha);
        _paint.Style = style;
        _paint.StrokeWidth = (float)width;
    }
}
