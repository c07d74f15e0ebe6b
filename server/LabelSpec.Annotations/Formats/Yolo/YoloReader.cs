using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>Reads one label file: the image that it belongs to, and an annotation for each row.</summary>
readonly ref struct YoloReader(int file, DatasetPart part, ReadOptions options, YoloFolder folder)
{
    // Boxes with a confidence have 6, oriented boxes 10; polygons have any number.
    const int UsualColumns = 16;

    public void Read(ReadOnlySpan<byte> text, string path)
    {
        var stem = Path.GetFileNameWithoutExtension(path);
        var picture = folder.Pictures.GetValueOrDefault(stem);
        var (width, height) = SizeOf(picture);
        var image = part.AddImage(
            new(new(file, 0, text.Length))
            {
                FileName = folder.NamePrefix + (picture ?? stem),
                // Without the picture, shares of its size are all that is known.
                Width = Math.Max(1, width),
                Height = Math.Max(1, height),
                Unit = width > 0 ? CoordinateUnit.Pixels : CoordinateUnit.Normalized,
                Split = folder.Split,
                State = ImageState.Annotated,
            }
        );
        var row = new YoloRowReader(
            file,
            part,
            folder,
            image,
            Math.Max(1, width),
            Math.Max(1, height),
            stackalloc double[UsualColumns]
        );
        var rows = new YoloRows(text);
        var count = 0;
        for (; rows.Next(); count++)
            row.Read(rows.Row, rows.Start);
        if (count == 0)
            part.Images.State[image] = ImageState.Empty;
        var lineEnd = text.IndexOf("\r\n"u8);
        if (lineEnd >= 0)
            part.Problems.Report(
                YoloProblems.LineEnds,
                new(file, lineEnd, 2),
                "The lines end with CR LF, which some readers take for part of the last number; save the file with LF."
            );
    }

    (int Width, int Height) SizeOf(string? picture)
    {
        if (picture is null || folder.PictureFolder is null || !options.ReadsPictures)
            return (0, 0);
        var path = Path.Combine(folder.PictureFolder, picture);
        // What lies in an archive changes with it.
        part.Dependencies.Add(PackedFile.OnDisk(path)?.FullName ?? path);
        var header = SkiaPictureReader.Instance.Read(path);
        // Trainers turn the picture by its orientation before they apply the shares.
        return header.SwapsSides ? (header.Height, header.Width) : (header.Width, header.Height);
    }
}
