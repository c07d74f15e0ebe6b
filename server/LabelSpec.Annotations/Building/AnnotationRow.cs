using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Building;

/// <summary>One annotation on its way into a <see cref="DatasetPart"/>. Coordinates are canonical already.</summary>
public struct AnnotationRow(SourceSpan span)
{
    /// <summary>The whole object, element or row in the source.</summary>
    public SourceSpan Span { get; set; } = span;

    /// <summary>The image by its index in the part; −1 to refer by <see cref="ImageId"/>.</summary>
    public int Image { get; set; } = -1;

    /// <summary>The image by its id in the same file, resolved when all images are known.</summary>
    public RecordId ImageId { get; set; } = RecordId.None;

    /// <summary>The category as <see cref="DatasetPart.Category(string)"/> numbered it; −1 to refer by id.</summary>
    public int Category { get; set; } = -1;

    /// <summary>The category by the id that a declaration of the same file has.</summary>
    public RecordId CategoryId { get; set; } = RecordId.None;

    public RecordId Id { get; set; } = RecordId.None;

    public ShapeKind Shape { get; set; }

    public AnnotationFlags Flags { get; set; }

    public Box Box { get; set; } = new(double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Degrees, clockwise on the screen, about the centre of the box.</summary>
    public double Angle { get; set; }

    /// <summary>As stated by the file; NaN for none.</summary>
    public double Area { get; set; } = double.NaN;

    public double Score { get; set; } = double.NaN;

    /// <summary>The number of labelled keypoints that the file states; −1 for none.</summary>
    public int KeypointCount { get; set; } = -1;

    public int Group { get; set; } = -1;

    /// <summary>As <see cref="DatasetPart.AddTrack"/> numbered it; −1 for none.</summary>
    public int Track { get; set; } = -1;

    public int Frame { get; set; } = -1;

    public int ZOrder { get; set; }

    public string? Annotator { get; set; }

    /// <summary>
    /// A shape of <see cref="DatasetPart.Geometry"/>, or what the format's own decoder needs: an offset in the element.
    /// −1 for none.
    /// </summary>
    public int Geometry { get; set; } = -1;

    /// <summary>The polygon in <see cref="DatasetPart.Rings"/>, packed; −1 where only <see cref="Geometry"/> knows it.</summary>
    internal int Rings { get; set; } = -1;
}
