using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.LabelPictures;
using LabelSpec.Annotations.Formats.Voc;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.VocPng;

/// <summary>
/// Segmentation pictures of Pascal VOC, of images that have no XML file; where there is one, its objects have the pixels. See
/// <c>docs/formats/voc-png.md</c>.
/// </summary>
sealed class VocPngFormat : LabelPictureFormat
{
    public override string Id => "voc-png";

    public override string Title => "Pascal VOC segmentation pictures";

    public override FormatMatch Detect(FormatProbe probe) =>
        FolderOf(probe.Path) is VocSegmentation.ClassFolder or VocSegmentation.ObjectFolder
        && PngReader.TryReadHeader(probe.Head, out _)
        && !PackedFile.Exists(XmlOf(probe.Path))
            ? new(0.9, "a PNG picture in a folder 'SegmentationClass' or 'SegmentationObject'")
            : FormatMatch.No;

    protected override Action<FormatFile, LabelPicture> ReaderOf(ReadRequest request, DatasetBuilder builder)
    {
        var roots = new Dictionary<string, (VocClasses Classes, VocImageSets Sets)>(StringComparer.Ordinal);
        var companions = new CompanionFiles(builder);
        foreach (var root in request.Files.Select(file => RootOf(builder.Files[file].FullPath)).ToHashSet())
            roots[root] = (
                VocClasses.Of(root, companions),
                VocImageSets.Of(Path.Combine(root, "Annotations"), companions)
            );

        return (file, picture) =>
        {
            var (classes, sets) = roots[RootOf(file.Source.FullPath)];
            Read(file, picture, classes, sets);
        };
    }

    static void Read(FormatFile file, LabelPicture picture, VocClasses classes, VocImageSets sets)
    {
        var root = RootOf(file.Source.FullPath);
        var isOfObjects = FolderOf(file.Source.FullPath) == VocSegmentation.ObjectFolder;
        // It is read with the picture of the classes.
        if (isOfObjects && PackedFile.Exists(Path.Combine(root, VocSegmentation.ClassFolder, file.Stem + ".png")))
            return;
        var image = file.Part.AddImage(
            new(WholeOf(file))
            {
                FileName = file.Stem + ".jpg",
                Width = picture.Width,
                Height = picture.Height,
                Split = sets.SplitOf(file.Stem),
                State = ImageState.Annotated,
            }
        );
        var objects = isOfObjects ? null : ObjectsOf(root, file, picture);
        if (isOfObjects)
            foreach (var (index, mask) in picture.Masks.Where(one => !IsNothing(one.Key)).OrderBy(one => one.Key))
                AddObject(file, image, index, mask);
        else if (objects is null)
            foreach (var (value, mask) in picture.Masks.OrderBy(one => one.Key))
                Add(file, image, classes.NameOf(picture, value), value, mask);
        else
            foreach (var (index, mask) in objects.Masks.OrderBy(one => one.Key))
                if (!IsNothing(index))
                {
                    var value = VocSegmentation.MostCommon(picture, mask);
                    Add(file, image, classes.NameOf(picture, value), value, mask, index);
                }
    }

    static void Add(
        FormatFile file,
        int image,
        string? name,
        uint value,
        LabelSpec.Geometry.RleMask mask,
        uint? id = null
    )
    {
        if (name is VocClasses.Nothing)
            return;
        if (name is null)
            file.Part.Problems.Report(
                LabelPictureProblems.UnknownClass,
                WholeOf(file),
                $"The value {value} ({mask.Area} px) is of a class without a name; labelmap.txt has the names."
            );
        var row = new AnnotationRow(WholeOf(file))
        {
            Image = image,
            Category = file.Part.Category(name ?? $"class {value}"),
        };
        if (id is { } number)
            row.Id = file.Part.IdOf((long)number);
        Shapes.SetMask(ref row, file.Part, mask);
        file.Part.AddAnnotation(row);
    }

    static bool IsNothing(uint index) => index is 0 or VocSegmentation.Void;

    // Without the picture of the classes nobody knows what the objects are.
    static void AddObject(FormatFile file, int image, uint index, LabelSpec.Geometry.RleMask mask)
    {
        var row = new AnnotationRow(WholeOf(file)) { Image = image, Id = file.Part.IdOf((long)index) };
        Shapes.SetMask(ref row, file.Part, mask);
        file.Part.AddAnnotation(row);
    }

    // Pictures of another size cannot tell which pixels of the class are one object.
    static LabelPicture? ObjectsOf(string root, FormatFile file, LabelPicture classes)
    {
        var path = Path.Combine(root, VocSegmentation.ObjectFolder, file.Stem + ".png");
        file.Part.Dependencies.Add(path);
        if (!PackedFile.Exists(path))
            return null;
        var objects = LabelPictureCache.Shared.ReadFirst([path]);
        if (objects?.Picture is { } picture && picture.Width == classes.Width && picture.Height == classes.Height)
            return picture;
        file.Part.Problems.Report(
            objects?.Picture is null ? LabelPictureProblems.Unreadable : LabelPictureProblems.SizeDiffers,
            WholeOf(file),
            $"The objects in {VocSegmentation.ObjectFolder}/{file.Stem}.png cannot be told apart: "
                + (objects?.Problem ?? "it has another size than the picture of the classes")
                + "."
        );
        return null;
    }

    // The folder that holds SegmentationClass.
    static string RootOf(string path) => Path.GetDirectoryName(Path.GetDirectoryName(path)) ?? "";

    static string XmlOf(string path) =>
        Path.Combine(RootOf(Path.GetFullPath(path)), "Annotations", Path.GetFileNameWithoutExtension(path) + ".xml");
}
