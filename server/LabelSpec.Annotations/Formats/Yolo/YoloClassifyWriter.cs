using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Annotations.Writing;

namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>
/// Writes the pictures themselves into folders of splits and classes, which is all that image classification has. Pictures are
/// looked for as everywhere else.
/// </summary>
sealed class YoloClassifyWriter : IFormatWriter
{
    /// <summary>Trainers need a folder of this name.</summary>
    const string UsualSplit = "train";

    public string Id => "yolo-classify";

    public string Title => "YOLO classification";

    public string? Extension => null;

    public FormatCapacity Capacity { get; } =
        new()
        {
            Shapes = [ShapeKind.Tag],
            OneLabelPerImage = true,
            Shares = true,
            Splits = ["train", "val", "test"],
        };

    public void Write(WrittenData data, IOutputFiles output)
    {
        foreach (var image in data.Images)
        {
            if (image.Annotations is not [var row, ..])
                continue;
            var folder = data.NameOfCategory(row);
            if (folder.Length == 0 || folder is "." or ".." || folder.AsSpan().IndexOfAny("/\\:\0") >= 0)
                throw new InvalidDataException($"the class \"{folder}\" cannot be the name of a folder; rename it");
            var picture =
                PictureOf(image, data)
                ?? throw new InvalidDataException(
                    $"the picture {image.Name} is not found, and classification data consists of pictures; put it beside the "
                        + "annotations"
                );
            output.Write(
                $"{data.SplitOf(image) ?? UsualSplit}/{folder}/{Path.GetFileName(image.Name)}",
                stream =>
                {
                    using var file = Sources.PackedFile.OpenRead(picture);
                    file.CopyTo(stream);
                }
            );
        }
    }

    static string? PictureOf(WrittenImage image, WrittenData data)
    {
        var file = data.Dataset.Files[data.Dataset.Images.FileOf(image.Row)];
        return PictureFinder.Find(file.FullPath, image.Name, file.ImageRoot);
    }
}
