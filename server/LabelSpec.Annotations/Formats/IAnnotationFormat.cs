using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats;

/// <summary>
/// One annotation format: recognises its files, reads them into the canonical model, finds values in their text again, and
/// edits them. Implementations are stateless and safe to use from several threads.
/// </summary>
public interface IAnnotationFormat
{
    /// <summary>The word for it in options, project files and reports: <c>coco</c>.</summary>
    string Id { get; }

    /// <summary>The name for people: <c>COCO JSON</c>.</summary>
    string Title { get; }

    /// <summary>
    /// Attributes that the format itself writes for every annotation (<c>occluded</c>, <c>pose</c>): a guideline may use
    /// them, and need not declare them.
    /// </summary>
    IReadOnlyList<string> OwnAttributes => [];

    /// <summary>
    /// It claims files that mostly lie beside the annotations themselves (pictures, tables made of them), so that what it
    /// claims in folders counts only where nothing else was found.
    /// </summary>
    bool IsLastResort => false;

    /// <summary>Reads big files piece by piece, so that they need not be held in memory.</summary>
    bool ReadsPieces => false;

    /// <summary>The files of a folder are the frames of one video, so that a track goes through all of them.</summary>
    bool TracksSpanFiles => false;

    /// <summary>Judges by content; must be cheap, since every file is shown to every format.</summary>
    FormatMatch Detect(FormatProbe probe);

    /// <summary>
    /// Reads files that this format claimed. Bad input becomes problems of the builder, never an exception; whatever can be
    /// read of a damaged file is read. <see cref="PartRunner"/> spreads the work over the cores and keeps the order.
    /// </summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    void Read(ReadRequest request, DatasetBuilder builder);

    /// <summary>
    /// Decodes geometry that was left in the source. Formats that put all geometry into the pool return
    /// <see cref="PooledGeometry.Instance"/>.
    /// </summary>
    IGeometryDecoder Geometry { get; }

    /// <summary>
    /// The exact bytes of a value, found by scanning the element again: the value alone, without key or separator (a text
    /// with its quotes). The whole element where the file does not hold the field.
    /// </summary>
    SourceSpan Locate(Dataset dataset, Element element, Field field);

    /// <summary>
    /// Turns changes of elements of this format's files into minimal edits. Numbers are written as their neighbours are.
    /// </summary>
    EditPlan Edit(Dataset dataset, IReadOnlyList<ElementChange> changes);
}
