using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>
/// The pixels of objects: the picture of an image's objects holds the number of the object, from 1, in the order of the XML file;
/// that of its classes holds the class.
/// </summary>
sealed class VocSegmentation
{
    public const string ObjectFolder = "SegmentationObject";
    public const string ClassFolder = "SegmentationClass";

    /// <summary>0 is background and 255 the border.</summary>
    public const int MostObjects = 254;

    /// <summary>What <see cref="Element"/> says of an object that is a mask, and has its box from that.</summary>
    public const string Mask = "mask";

    /// <summary>The border around objects, which belongs to none.</summary>
    public const uint Void = 255;

    /// <summary>The colour that the palette of Pascal VOC gives to <see cref="Void"/>: 224, 224, 192.</summary>
    public const uint BorderColor = 224 | 224 << 8 | 192 << 16;

    readonly VocRoot root;
    readonly VocClasses classes;

    VocSegmentation(VocRoot root, VocClasses classes) => (this.root, this.classes) = (root, classes);

    /// <summary>
    /// The element in which LabelSpec says of an object that its pixels are all that was annotated; without it, an object has a box
    /// that may have pixels. Other tools pass over it.
    /// </summary>
    public static ReadOnlySpan<byte> Element => "annotated"u8;

    /// <summary>Null where there are no pictures beside a folder of annotations.</summary>
    public static VocSegmentation? Of(string folder, CompanionFiles companions)
    {
        var root = VocRoot.Of(folder);
        return PackedFile.FolderExists(Path.Combine(root.Path, ObjectFolder))
            ? new(root, VocClasses.Of(root.Path, companions))
            : null;
    }

    /// <summary>Objects that are said to be masks and have no pixels are boxes.</summary>
    public static void Settle(DatasetPart part, List<int> rows)
    {
        foreach (var row in rows)
            if (row >= 0 && IsMask(part, row) && part.Annotations.Geometry.At(row) < 0)
                part.Annotations.Shape[row] = ShapeKind.Box;
    }

    /// <summary>Gives the objects of an image their masks.</summary>
    /// <param name="stem">Name of the image's files.</param>
    /// <param name="part">Holds the rows.</param>
    /// <param name="rows">The rows of the objects, in the order of the file; −1 for one that could not be read.</param>
    /// <param name="image">The bytes that declare the image.</param>
    /// <param name="width">Of the image in pixels, 0 where it is not declared.</param>
    /// <param name="height">Of the image in pixels, 0 where it is not declared.</param>
    public void Apply(string stem, DatasetPart part, IReadOnlyList<int> rows, SourceSpan image, int width, int height)
    {
        var objects = PictureOf(ObjectFolder, stem, part, image);
        if (objects is null)
            return;
        if (width > 0 && height > 0 && (objects.Width != width || objects.Height != height))
        {
            part.Problems.Report(
                LabelPictureProblems.SizeDiffers,
                image,
                $"{ObjectFolder}/{stem}.png is {objects.Width} x {objects.Height} px, and the image {width} x {height} px."
            );
            return;
        }

        var ofClasses = PictureOf(ClassFolder, stem, part, image);
        foreach (var (index, mask) in objects.Masks.OrderBy(one => one.Key))
            if (index is not (0 or Void) && (index > rows.Count || rows[(int)index - 1] < 0))
                part.Problems.Report(
                    LabelPictureProblems.ObjectsDiffer,
                    image,
                    $"{mask.Area} pixels of {ObjectFolder}/{stem}.png belong to object {index}, and the file has {rows.Count}."
                );
        // Where masks are told from boxes, boxes have no pixels.
        var tells = rows.Any(row => row >= 0 && IsMask(part, row));
        for (var i = 0; i < rows.Count; i++)
            if (rows[i] >= 0 && (objects.Masks.ContainsKey((uint)i + 1) || !tells || IsMask(part, rows[i])))
                Apply((uint)i + 1, rows[i], objects, ofClasses, stem, part);
    }

    static bool IsMask(DatasetPart part, int row) => part.Annotations.Shape.At(row) == ShapeKind.Mask;

    void Apply(uint index, int row, LabelPicture objects, LabelPicture? ofClasses, string stem, DatasetPart part)
    {
        var rows = part.Annotations;
        var span = new SourceSpan(rows.File.At(row), rows.Start.At(row), rows.Length.At(row));
        if (!objects.Masks.TryGetValue(index, out var mask))
        {
            part.Problems.Report(
                LabelPictureProblems.ObjectsDiffer,
                span,
                $"Object {index} has no pixels in {ObjectFolder}/{stem}.png."
            );
            return;
        }

        // An outline in the file is more exact than pixels.
        if (rows.Geometry.At(row) < 0)
        {
            rows.Geometry[row] = part.Geometry.AddMask(mask);
            rows.Flags[row] |= AnnotationFlags.HasMask;
        }

        if (ofClasses is null || ofClasses.Width != objects.Width || ofClasses.Height != objects.Height)
            return;
        var pixels = classes.NameOf(ofClasses, MostCommon(ofClasses, mask));
        var name = rows.Category.At(row) < 0 ? null : part.CategoryNames.Names[rows.Category.At(row)];
        if (name is not null && pixels is not null and not VocClasses.Nothing && pixels != name)
            part.Problems.Report(
                LabelPictureProblems.ClassDiffers,
                span,
                $"Most pixels of this {name} are '{pixels}' in {ClassFolder}/{stem}.png."
            );
    }

    /// <summary>The value that most pixels of a mask have.</summary>
    public static uint MostCommon(LabelPicture picture, LabelSpec.Geometry.RleMask mask)
    {
        var (most, value) = (0L, 0u);
        foreach (var (candidate, pixels) in picture.Masks.OrderBy(one => one.Key))
            if (pixels.IntersectionArea(mask) is var common && common > most)
                (most, value) = (common, candidate);
        return value;
    }

    LabelPicture? PictureOf(string folder, string stem, DatasetPart part, SourceSpan image)
    {
        var path = Path.Combine(root.Path, folder, root.Prefix + stem + ".png");
        part.Dependencies.Add(path);
        if (LabelPictureCache.Shared.ReadFirst([path]) is not { IsMissing: false } found)
            return null;
        if (found.Picture is null)
            part.Problems.Report(
                LabelPictureProblems.Unreadable,
                image,
                $"{folder}/{stem}.png cannot be read: {found.Problem}."
            );
        return found.Picture;
    }
}
