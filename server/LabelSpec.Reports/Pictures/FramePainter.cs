using System.Collections.Immutable;

namespace LabelSpec.Reports.Pictures;

/// <summary>Paints one frame: the image's area, its annotations, their labels above everything else.</summary>
sealed class FramePainter(IPictureCanvas canvas, PictureView view)
{
    const double LabelSize = 8;
    const double Padding = 3;
    const double Outline = 2;
    const double ViolationOutline = 3.5;
    const double DotRadius = 4;

    public void Paint(PictureFrame frame)
    {
        PaintImage(frame);
        foreach (var shape in frame.Shapes)
            PaintShape(shape);
        foreach (var shape in frame.Shapes.Where(shape => shape.Label.Length > 0))
            PaintLabel(shape);
    }

    void PaintImage(PictureFrame frame)
    {
        ImmutableArray<PicturePoint> corners =
        [
            view.Map(0, 0),
            view.Map(frame.Width, 0),
            view.Map(frame.Width, frame.Height),
            view.Map(0, frame.Height),
        ];
        canvas.Fill([corners], new Colour(247, 248, 250));
        if (frame.ImageFile is { } file)
            canvas.Image(file, corners[0], corners[2]);
        canvas.Stroke(corners.AsSpan(), closed: true, Colour.Pale, 1);
        var caption = $"{frame.Name} {frame.Width:0.##} x {frame.Height:0.##}".TrimStart();
        var corner = corners[2];
        var origin = new PicturePoint(
            corner.X - StrokeFont.WidthOf(caption, LabelSize) - Padding,
            corner.Y - LabelSize - 2 * Padding
        );
        StrokeFont.Draw(canvas, caption, origin, LabelSize, new Colour(150, 156, 166));
    }

    void PaintShape(PictureShape shape)
    {
        var colour = shape.IsViolation ? Colour.Violation : shape.Colour;
        var width = shape.IsViolation ? ViolationOutline : Outline;
        canvas.Fill(shape.Rings.Select(view.Map), shape.Colour.WithAlpha(56));
        canvas.Fill(shape.Areas.Select(view.Map), colour.WithAlpha(110));
        foreach (var ring in shape.Rings)
            canvas.Stroke(view.Map(ring).AsSpan(), closed: true, colour, width);
        foreach (var line in shape.Lines)
            canvas.Stroke(view.Map(line).AsSpan(), closed: false, colour, width);
        foreach (var dot in shape.Dots)
            canvas.Disc(view.Map(dot), DotRadius, colour);
        foreach (var dot in shape.HiddenDots)
        {
            canvas.Disc(view.Map(dot), DotRadius, colour);
            canvas.Disc(view.Map(dot), DotRadius - 1.5, Colour.White);
        }
    }

    void PaintLabel(PictureShape shape)
    {
        var points = shape.Points.Select(view.Map).ToList();
        if (points.Count == 0)
            return;
        var width = StrokeFont.WidthOf(shape.Label, LabelSize) + 2 * Padding;
        var left = Math.Max(Math.Min(points.Min(point => point.X), view.Left + view.Width - width), view.Left);
        var top = Math.Max(points.Min(point => point.Y) - LabelSize - 2 * Padding, view.Top);
        var right = left + width;
        var bottom = top + LabelSize + 2 * Padding;
        canvas.Fill(
            [
                [new(left, top), new(right, top), new(right, bottom), new(left, bottom)],
            ],
            (shape.IsViolation ? Colour.Violation : shape.Colour).WithAlpha(225)
        );
        StrokeFont.Draw(canvas, shape.Label, new PicturePoint(left + Padding, top + Padding), LabelSize, Colour.White);
    }
}
