using System.Runtime.CompilerServices;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Model;

/// <summary>
/// All annotations, one row each, in file order, as columns. Coordinates are canonical: continuous pixels, origin at the
/// top-left corner of the image, y down.
/// </summary>
public sealed class AnnotationTable
{
    readonly AnnotationColumns columns;
    readonly int[] firstOfImage;
    readonly int[] byImage;

    internal AnnotationTable(AnnotationColumns columns, int images)
    {
        this.columns = columns;
        (firstOfImage, byImage) = RowIndex.Group(Images, images);
    }

    public int Count => columns.Count;

    /// <summary>Index of the image, −1 where the file refers to none that exists.</summary>
    public ReadOnlySpan<int> Images
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => columns.Image.AsSpan(0, Count);
    }

    /// <summary>Index of the category, −1 where the file refers to none that exists, or has no categories.</summary>
    public ReadOnlySpan<int> Categories
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => columns.Category.AsSpan(0, Count);
    }

    public ReadOnlySpan<ShapeKind> Shapes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => columns.Shape.AsSpan(0, Count);
    }

    /// <summary>
    /// The stored box where the format stores one, else the bounds of the geometry; the box before turning where there
    /// is an angle; NaN where there is neither. Any numbers are possible: nothing is clipped or repaired.
    /// </summary>
    public ReadOnlySpan<Box> Boxes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => columns.Box.AsSpan(0, Count);
    }

    public ReadOnlySpan<AnnotationFlags> Flags
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => columns.Flags.AsSpan(0, Count);
    }

    /// <summary>As the file gives it; meaningless without <see cref="AnnotationFlags.HasId"/>.</summary>
    public ReadOnlySpan<RecordId> Ids => columns.Id.AsSpan(0, Count);

    /// <summary>Degrees, clockwise as seen on the screen, about the centre of the box.</summary>
    public Column<double> Angles => columns.Angle;

    /// <summary>The area that the file states, in px²; NaN where it states none.</summary>
    public Column<double> StoredAreas => columns.Area;

    /// <summary>Confidence of a prediction; NaN where there is none.</summary>
    public Column<double> Scores => columns.Score;

    /// <summary>The number of labelled keypoints that the file states; −1 where it states none.</summary>
    public Column<int> StoredKeypointCounts => columns.KeypointCount;

    /// <summary>Annotations of one image with the same number belong together; −1 for none.</summary>
    public Column<int> Groups => columns.Group;

    /// <summary>Index in <c>Dataset.Tracks</c>, −1 for none.</summary>
    public Column<int> Tracks => columns.Track;

    /// <summary>Frame number in the track's sequence, −1 for none.</summary>
    public Column<int> Frames => columns.Frame;

    /// <summary>Drawing order: larger lies above.</summary>
    public Column<int> ZOrders => columns.ZOrder;

    /// <summary>Index in <see cref="AnnotatorNames"/>, −1 where nobody is named.</summary>
    public Column<int> Annotators => columns.Annotator;

    public ReadOnlySpan<string> AnnotatorNames => columns.AnnotatorNames;

    public AttributeTable Attributes => columns.Attributes;

    /// <summary>The annotations of an image, in file order.</summary>
    public ReadOnlySpan<int> OfImage(int image) =>
        byImage.AsSpan(firstOfImage[image], firstOfImage[image + 1] - firstOfImage[image]);

    /// <summary>The annotation file that an annotation stands in.</summary>
    public int FileOf(int annotation) => columns.File[annotation];

    /// <summary>The bytes of an annotation: the whole object, element or row.</summary>
    public SourceSpan SpanOf(int annotation) =>
        new(columns.File[annotation], columns.Start[annotation], columns.Length[annotation]);

    /// <summary>
    /// The image id that an annotation names, for annotations whose image does not exist; <see cref="RecordId.None"/>
    /// where it names none.
    /// </summary>
    public RecordId DanglingImageId(int annotation) =>
        columns.DanglingImages.GetValueOrDefault(annotation, RecordId.None);

    /// <summary>The category id that an annotation names, for annotations whose category does not exist.</summary>
    public RecordId DanglingCategoryId(int annotation) =>
        columns.DanglingCategories.GetValueOrDefault(annotation, RecordId.None);

    /// <summary>The box with its angle.</summary>
    public RotatedBox RotatedBoxOf(int annotation) =>
        RotatedBox.FromBox(columns.Box[annotation], columns.Angle[annotation]);

    /// <summary>Where a format keeps the geometry: an offset in the element or an index in the pool; −1 for none.</summary>
    internal int GeometryOf(int annotation) => columns.Geometry[annotation];

    /// <summary>Where the polygon is in the data set's <see cref="RingPool"/>; −1 when it is not there.</summary>
    internal int RingsOf(int annotation) => columns.Rings[annotation];
}
