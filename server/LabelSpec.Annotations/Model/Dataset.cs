using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Model;

/// <summary>
/// Everything that a set of annotation files says, in one model, whatever their formats. Immutable, and safe to read from
/// several threads. See <c>docs/model.md</c>.
/// </summary>
public sealed class Dataset
{
    internal Dataset(GeometryPool geometry, RingPool rings) => (Geometry, Rings) = (geometry, rings);

    public required ImmutableArray<SourceFile> Files { get; init; }

    public required ImageTable Images { get; init; }

    public required CategoryTable Categories { get; init; }

    public required AnnotationTable Annotations { get; init; }

    public required TrackTable Tracks { get; init; }

    /// <summary>What readers found, in file order.</summary>
    public required ImmutableArray<ReadProblem> Problems { get; init; }

    /// <summary>How readers understood coordinates that could mean several things; empty where none could.</summary>
    public ImmutableArray<CoordinateConvention> Conventions { get; init; } = [];

    /// <summary>
    /// Files and folders besides <see cref="Files"/> that decided what was read, such as pictures whose sizes were needed: when one
    /// of them changes, the data set does.
    /// </summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    public required IdTexts IdTexts { get; init; }

    internal GeometryPool Geometry { get; }

    internal RingPool Rings { get; }

    /// <inheritdoc cref="IGeometryDecoder.ReadPolygon"/>
    public bool ReadPolygon(int annotation, PolygonBuffer buffer)
    {
        var rings = Annotations.RingsOf(annotation);
        if (rings < 0)
            return DecoderOf(annotation).ReadPolygon(this, annotation, buffer);
        buffer.Clear();
        Rings.Read(rings, buffer);
        return true;
    }

    /// <inheritdoc cref="IGeometryDecoder.ReadKeypoints"/>
    public bool ReadKeypoints(int annotation, KeypointBuffer buffer) =>
        DecoderOf(annotation).ReadKeypoints(this, annotation, buffer);

    /// <inheritdoc cref="IGeometryDecoder.ReadMask"/>
    public RleResult ReadMask(int annotation) => DecoderOf(annotation).ReadMask(this, annotation);

    public OrientedCuboid? ReadCuboid(int annotation) => DecoderOf(annotation).ReadCuboid(this, annotation);

    /// <summary>The sentence of a caption.</summary>
    public string? ReadCaption(int annotation) => DecoderOf(annotation).ReadCaption(this, annotation);

    /// <inheritdoc cref="IGeometryDecoder.ReadLabelPicture"/>
    public LabelPictureFile? ReadLabelPicture(int annotation) =>
        DecoderOf(annotation).ReadLabelPicture(this, annotation);

    /// <inheritdoc cref="IAnnotationFormat.Locate"/>
    public SourceSpan Locate(Element element, Field field)
    {
        var span = SpanOf(element);
        var format = span.IsNone ? null : Files[span.File].Format;
        return field.Kind == FieldKind.Whole || format is null
            ? span
            : FieldSearch.Locate(format, this, element, field);
    }

    /// <summary>The bytes of a whole element.</summary>
    public SourceSpan SpanOf(Element element) =>
        element.Kind switch
        {
            ElementKind.Annotation => Annotations.SpanOf(element.Index),
            ElementKind.Image => Images.SpanOf(element.Index),
            ElementKind.CategoryDeclaration => Categories.Declarations[element.Index].Span,
            _ => Tracks[element.Index].Span,
        };

    /// <summary>
    /// Minimal edits for changes of any elements. Changes in files that are compressed or of a format that cannot edit are
    /// refused with a reason.
    /// </summary>
    public EditPlan Edit(IReadOnlyList<ElementChange> changes) => EditPlanner.Plan(this, changes);

    /// <summary>Line and column of the first byte of a span.</summary>
    public SourcePosition PositionOf(SourceSpan span) => Files[span.File].PositionOf(span.Start);

    /// <summary>Decodes everything, where that is not for the formats to do.</summary>
    internal IGeometryDecoder? Decoder { get; init; }

    IGeometryDecoder DecoderOf(int annotation) =>
        Decoder ?? Files[Annotations.FileOf(annotation)].Format?.Geometry ?? PooledGeometry.Instance;
}
