using System.Text;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Annotations.Writing;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>
/// Writes the pixels of masks as pictures of objects and of classes, and the names of the classes' colours. A pixel has one value, so
/// that of masks that share it the last one has it; there is no border.
/// </summary>
sealed class VocMaskWriter
{
    readonly WrittenData data;
    readonly Dictionary<int, int> numbers = [];

    public VocMaskWriter(WrittenData data)
    {
        this.data = data;
        var used = data
            .Images.SelectMany(image => image.Annotations)
            .Where(row => data.PixelsOf(row) is not null)
            .Select(row => data.Dataset.Annotations.Categories[row])
            .ToHashSet();
        foreach (var category in data.Categories.Where(used.Contains))
            // 255 is the border.
            numbers.Add(category, numbers.Count + (numbers.Count < VocSegmentation.MostObjects ? 1 : 2));
    }

    /// <summary>The numbers of the objects that have pixels of their own.</summary>
    /// <param name="image">Where they are.</param>
    /// <param name="rows">The rows of the objects in the order in which they are written, several times for one in pieces.</param>
    /// <param name="pixels">Gets the number of the object of each pixel, row by row; null without any.</param>
    public HashSet<int> Paint(WrittenImage image, IReadOnlyList<int> rows, out byte[]? pixels)
    {
        pixels = null;
        for (var i = 0; i < Math.Min(rows.Count, VocSegmentation.MostObjects); i++)
            if (data.PixelsOf(rows[i]) is { } mask)
            {
                pixels ??= new byte[(long)image.Width * image.Height];
                Fill(pixels, mask, (byte)(i + 1));
            }

        var seen = new bool[VocSegmentation.MostObjects + 1];
        foreach (var value in pixels ?? [])
            seen[value] = true;
        return [.. Enumerable.Range(1, VocSegmentation.MostObjects).Where(number => seen[number])];
    }

    // Runs go down column by column, background first.
    static void Fill(byte[] pixels, RleMask mask, byte value)
    {
        long at = 0;
        for (var run = 0; run < mask.Runs.Length; run++)
        {
            var end = at + mask.Runs[run];
            for (; run % 2 == 1 && at < end; at++)
                pixels[at % mask.Height * mask.Width + at / mask.Height] = value;
            at = end;
        }
    }

    public void Write(WrittenImage image, IReadOnlyList<int> rows, byte[] pixels, IOutputFiles output)
    {
        output.Write(
            OutputPath.Of(image, $"{VocSegmentation.ObjectFolder}/", ".png"),
            stream => PngWriter.Write(stream, image.Width, image.Height, pixels, VocPalette.Bytes.Span)
        );
        var classes = pixels.Select(number =>
            number == 0 ? 0 : numbers[data.Dataset.Annotations.Categories[rows[number - 1]]]
        );
        // More classes than a palette has room for are told by their colours.
        var isSmall = numbers.Count <= VocSegmentation.MostObjects;
        byte[] samples = isSmall
            ? [.. classes.Select(number => (byte)number)]
            : [.. classes.SelectMany(VocPalette.ColorOf)];
        output.Write(
            OutputPath.Of(image, $"{VocSegmentation.ClassFolder}/", ".png"),
            stream => PngWriter.Write(stream, image.Width, image.Height, samples, isSmall ? VocPalette.Bytes.Span : [])
        );
    }

    /// <summary>Writes which colour is which class, as CVAT and Datumaro do.</summary>
    public void WriteClasses(IOutputFiles output)
    {
        if (numbers.Count == 0)
            return;
        var text = new StringBuilder("# label:color_rgb:parts:actions\nbackground:0,0,0::\n");
        foreach (var (category, number) in numbers)
            // A name that the lines cannot hold is that of the objects alone.
            if (data.Dataset.Categories.NameOf(category) is var name && VocClasses.CanName(name))
                text.Append(name).Append(':').AppendJoin(',', VocPalette.ColorOf(number)).Append("::\n");
        output.Write(VocClasses.File, stream => stream.Write(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
