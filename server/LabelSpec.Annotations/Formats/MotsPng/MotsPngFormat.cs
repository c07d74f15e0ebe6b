using System.Globalization;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.LabelPictures;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.MotsPng;

/// <summary>
/// MOTS as a picture for each frame, whose pixels are class · 1000 + object. See <c>docs/formats/mots-png.md</c>.
/// </summary>
sealed class MotsPngFormat : LabelPictureFormat, IAnnotationFormat
{
    const string Folder = "instances";
    const uint Ignored = 10;

    /// <summary>Names of classes have a few lines.</summary>
    const long LongestFile = 1 << 20;

    public override string Id => "mots-png";

    public override string Title => "MOTS pictures";

    public bool TracksSpanFiles => true;

    public override FormatMatch Detect(FormatProbe probe) =>
        PngReader.TryReadHeader(probe.Head, out var header)
        && header is { Color: PngColor.Grey, BitDepth: 16 }
        && (FolderOf(probe.Path) == Folder || FolderOf(probe.Path, 1) == Folder)
            ? new(0.9, "a picture of 16-bit grey levels below a folder 'instances'")
            : FormatMatch.No;

    protected override Action<FormatFile, LabelPicture> ReaderOf(ReadRequest request, DatasetBuilder builder)
    {
        // The frames of a sequence are files of their own, and its tracks go through all of them.
        var firstFile = new Dictionary<string, int>(StringComparer.Ordinal);
        var classes = new Dictionary<string, string[]?>(StringComparer.Ordinal);
        var companions = new CompanionFiles(builder);
        foreach (var file in request.Files)
        {
            var folder = Path.GetDirectoryName(builder.Files[file].FullPath) ?? "";
            if (firstFile.TryAdd(folder, file))
                classes[folder] = ClassesOf(companions.Lines(Path.Combine(folder, "labels.txt"), LongestFile));
        }

        return (file, picture) =>
        {
            var folder = Path.GetDirectoryName(file.Source.FullPath) ?? "";
            Read(file, picture, firstFile[folder], classes[folder]);
        };
    }

    void Read(FormatFile file, LabelPicture picture, int firstFile, string[]? classes)
    {
        var folder = FolderOf(file.Source.FullPath);
        var sequence = folder == Folder ? FolderOf(file.Source.FullPath, 1) : folder;
        var frame = int.TryParse(file.Stem, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
        var part = file.Part;
        var image = part.AddImage(
            new(WholeOf(file))
            {
                FileName = $"{sequence}/{file.Stem}.png",
                Width = picture.Width,
                Height = picture.Height,
                Frame = frame,
                Sequence = sequence,
                State = ImageState.Annotated,
            }
        );
        AddObjects(
            file,
            picture,
            image,
            value =>
                value == 0
                    ? null
                    : new(
                        NameOf(value / 1000, classes),
                        value / 1000,
                        classes is null && value / 1000 == Ignored ? AnnotationFlags.Ignore : AnnotationFlags.None
                    ),
            (row, _) =>
            {
                row.Frame = frame;
                row.Track = part.AddTrack(new(firstFile, row.Id, -1, SourceSpan.None));
                return row;
            }
        );
    }

    static string[]? ClassesOf(string[] lines) => lines.Length > 0 ? lines : null;

    static string? NameOf(uint number, string[]? classes) =>
        classes is not null
            ? (number >= 1 && number <= classes.Length ? classes[number - 1] : null)
            : number switch
            {
                1 => "car",
                2 => "pedestrian",
                Ignored => "ignore",
                _ => null,
            };
}
