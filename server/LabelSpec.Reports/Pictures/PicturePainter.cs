using System.Collections.Immutable;
using LabelSpec.Reports.Text;

namespace LabelSpec.Reports.Pictures;

/// <summary>Lays a picture out and paints it: title, frames in rows, notes.</summary>
static class PicturePainter
{
    const double Margin = 20;
    const double TitleSize = 13;
    const double NoteSize = 10;
    const double LineHeight = 2;
    const double NarrowestText = 640;
    const int FramesInRow = 3;

    // Skia draws up to some 30,000 pixels on a side; a scene that needs more shows its first frames.
    const int MostFrames = 24;

    public static byte[] Paint(Picture picture, Func<int, int, IPictureCanvas> canvasOf)
    {
        ImmutableArray<PictureFrame> frames = [.. picture.Frames.Take(MostFrames)];
        var placed = Place(frames, out var right, out var bottom);
        var width =
            Math.Max(Math.Max(right, NarrowestText), Margin + StrokeFont.WidthOf(picture.Title, TitleSize)) + Margin;
        var notes = picture.Notes.SelectMany(note => Lines(note, width - 2 * Margin)).ToList();
        var height = bottom + Margin + notes.Count * NoteSize * LineHeight + Margin;

        using var canvas = canvasOf((int)Math.Ceiling(width), (int)Math.Ceiling(height));
        StrokeFont.Draw(canvas, picture.Title, new PicturePoint(Margin, Margin), TitleSize, Colour.Ink);
        for (var index = 0; index < frames.Length; index++)
            new FramePainter(canvas, placed[index]).Paint(frames[index]);

        var y = bottom + Margin;
        foreach (var note in notes)
        {
            var colour = note.IsViolation ? Colour.Violation : Colour.Ink;
            StrokeFont.Draw(canvas, note.Text, new PicturePoint(Margin, y), NoteSize, colour);
            y += NoteSize * LineHeight;
        }

        return canvas.ToPng();
    }

    static IEnumerable<PictureNote> Lines(PictureNote note, double width)
    {
        var columns = (int)(width / StrokeFont.WidthOf(" ", NoteSize));
        return Wrapping.Wrap(note.Text, columns, 0, "  ").Split('\n').Select(line => note with { Text = line });
    }

    static List<PictureView> Place(ImmutableArray<PictureFrame> frames, out double right, out double bottom)
    {
        var placed = new List<PictureView>();
        double left = Margin,
            top = Margin + TitleSize * LineHeight + Margin,
            rowHeight = 0;
        right = 0;
        for (var index = 0; index < frames.Length; index++)
        {
            if (index > 0 && index % FramesInRow == 0)
            {
                left = Margin;
                top += rowHeight + 2 * Margin;
                rowHeight = 0;
            }

            var view = PictureView.Fit(frames[index]);
            placed.Add(view with { Left = left, Top = top });
            left += view.Width + Margin;
            right = Math.Max(right, left - Margin);
            rowHeight = Math.Max(rowHeight, view.Height);
        }

        bottom = top + rowHeight;
        return placed;
    }
}
