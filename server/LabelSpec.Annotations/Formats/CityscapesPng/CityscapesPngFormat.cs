using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.LabelPictures;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.CityscapesPng;

/// <summary>
/// Pictures of Cityscapes, where the polygons that they are made of are not at hand: instances, else class ids, else ids for training,
/// else colours. See <c>docs/formats/cityscapes-png.md</c>.
/// </summary>
sealed class CityscapesPngFormat : LabelPictureFormat
{
    const string Polygons = "_polygons.json";
    const uint LicensePlate = ushort.MaxValue;
    const uint LicensePlateByte = byte.MaxValue;

    // What says more comes first.
    static readonly (string Ending, Func<uint, PixelClass?> ClassOf)[] Kinds =
    [
        ("_instanceIds.png", OfInstance),
        ("_labelIds.png", OfLabel),
        ("_labelTrainIds.png", OfTraining),
        ("_color.png", OfColor),
    ];

    public override string Id => "cityscapes-png";

    public override string Title => "Cityscapes pictures";

    public override FormatMatch Detect(FormatProbe probe)
    {
        var kind = KindOf(probe.Path);
        if (kind < 0 || !PngReader.TryReadHeader(probe.Head, out var header))
            return FormatMatch.No;
        var (isColor, ending) = (kind == Kinds.Length - 1, Kinds[kind].Ending);
        var isPossible = isColor
            ? header is { Color: PngColor.Rgb or PngColor.Rgba, BitDepth: 8 }
            : header is { Color: PngColor.Grey, BitDepth: 8 or 16 };
        if (!isPossible)
            return FormatMatch.No;
        var stem = probe.Path[..^ending.Length];
        var better = Kinds[..kind].Select(one => one.Ending).Prepend(Polygons);
        return better.Any(other => PackedFile.Exists(stem + other))
            ? FormatMatch.No
            : new(0.9, $"a picture called …{ending}, and none beside it that says more");
    }

    protected override Action<FormatFile, LabelPicture> ReaderOf(ReadRequest request, DatasetBuilder builder) => Read;

    void Read(FormatFile file, LabelPicture picture)
    {
        var image = file.Part.AddImage(
            new(WholeOf(file))
            {
                FileName = PictureOf(file.Stem),
                Width = picture.Width,
                Height = picture.Height,
                State = ImageState.Annotated,
            }
        );
        AddObjects(file, picture, image, Kinds[Math.Max(0, KindOf(file.Source.Path))].ClassOf);
    }

    static int KindOf(string path) =>
        Array.FindIndex(Kinds, kind => path.EndsWith(kind.Ending, StringComparison.Ordinal));

    // class · 1000 + number; objects that could not be told apart have the number of their class.
    static PixelClass? OfInstance(uint value) => value < 1000 ? OfLabel(value) : OfClass(value / 1000, value);

    static PixelClass? OfLabel(uint value) => value == 0 ? null : OfClass(value, value, isWhole: true);

    static PixelClass? OfTraining(uint value) =>
        value == byte.MaxValue ? null
        : CityscapesClasses.OfTraining(value) is { } id ? OfClass(id, id, isWhole: true)
        : new(null, value, AnnotationFlags.None);

    static PixelClass? OfColor(uint value) =>
        // Colours with an alpha channel that hides nothing.
        CityscapesClasses.OfColor(value & 0xFFFFFF)
            is { } id
            ? OfLabel(id)
            : new(null, value & 0xFFFFFF, AnnotationFlags.None);

    // The picture of a license plate, −1, is 255 in 8 bits and 65535 in 16.
    static PixelClass? OfClass(uint id, uint value, bool isWhole = false) =>
        new(
            CityscapesClasses.NameOf(id) ?? (value is LicensePlate or LicensePlateByte ? "license plate" : null),
            id,
            isWhole && CityscapesClasses.HasInstances(id) ? AnnotationFlags.Crowd : AnnotationFlags.None
        );

    // aachen_000000_000019_gtFine_instanceIds → aachen_000000_000019_leftImg8bit.png
    static string PictureOf(string stem)
    {
        var suffix = stem.IndexOf("_gt", StringComparison.Ordinal);
        return suffix > 0 ? $"{stem[..suffix]}_leftImg8bit.png" : stem + ".png";
    }
}
