using System.Globalization;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.LabelPictures;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.CityscapesPng;

/// <summary>
/// Pictures of Cityscapes' instances, where the polygons that they are made of are not at hand. See
/// <c>docs/formats/cityscapes-png.md</c>.
/// </summary>
sealed class CityscapesPngFormat : LabelPictureFormat
{
    const string Ending = "_instanceIds.png";

    public override string Id => "cityscapes-png";

    public override string Title => "Cityscapes instance pictures";

    public override FormatMatch Detect(FormatProbe probe) =>
        probe.Path.EndsWith(Ending, StringComparison.Ordinal)
        && PngReader.TryReadHeader(probe.Head, out var header)
        && header is { Color: PngColor.Grey, BitDepth: 8 or 16 }
        && !File.Exists(probe.Path[..^Ending.Length] + "_polygons.json")
            ? new(0.9, "a picture of grey levels called …_instanceIds.png")
            : FormatMatch.No;

    protected override Action<FormatFile, LabelPicture> ReaderOf(ReadRequest request, DatasetBuilder builder) => Read;

    static void Read(FormatFile file, LabelPicture picture)
    {
        var part = file.Part;
        var image = part.AddImage(
            new(WholeOf(file))
            {
                FileName = PictureOf(file.Stem),
                Width = picture.Width,
                Height = picture.Height,
                State = ImageState.Annotated,
            }
        );
        foreach (var (value, mask) in picture.Masks.Where(one => one.Key != 0).OrderBy(one => one.Key))
        {
            var number = value < 1000 ? value : value / 1000;
            var name = CityscapesClasses.NameOf(number);
            // The picture of a 16-bit license plate, −1, is 65535.
            name ??= value == ushort.MaxValue ? "license plate" : null;
            if (name is null)
                part.Problems.Report(
                    LabelPictureProblems.UnknownClass,
                    WholeOf(file),
                    $"The value {value} ({mask.Area} px) is of class {number}, which Cityscapes does not have."
                );
            var row = new AnnotationRow(WholeOf(file))
            {
                Image = image,
                Category = part.Category(name ?? number.ToString(CultureInfo.InvariantCulture)),
                // Objects that could not be told apart have the number of their class.
                Flags =
                    value < 1000 && CityscapesClasses.HasInstances(number)
                        ? AnnotationFlags.Crowd
                        : AnnotationFlags.None,
                Id = part.IdOf((long)value),
            };
            Shapes.SetMask(ref row, part, mask);
            part.AddAnnotation(row);
        }
    }

    // aachen_000000_000019_gtFine_instanceIds → aachen_000000_000019_leftImg8bit.png
    static string PictureOf(string stem)
    {
        var suffix = stem.IndexOf("_gt", StringComparison.Ordinal);
        return suffix > 0 ? $"{stem[..suffix]}_leftImg8bit.png" : stem + ".png";
    }
}
