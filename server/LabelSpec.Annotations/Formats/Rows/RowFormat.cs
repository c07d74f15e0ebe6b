using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Rows;

/// <summary>
/// A format of text files with one annotation a line. It says which columns a field stands in; locating and editing follow
/// from that.
/// </summary>
abstract class RowFormat : IAnnotationFormat
{
    public abstract string Id { get; }

    public abstract string Title { get; }

    public virtual IReadOnlyList<string> OwnAttributes => [];

    public IGeometryDecoder Geometry => PooledGeometry.Instance;

    /// <summary>Files that share a part.</summary>
    protected virtual int BatchSize => 128;

    /// <summary>An empty file says "no objects".</summary>
    protected virtual bool MayBeEmpty => true;

    public abstract FormatMatch Detect(FormatProbe probe);

    public virtual void Read(ReadRequest request, DatasetBuilder builder) =>
        FormatFile.ReadAll(request, builder, BatchSize, ReaderOf(request, builder), MayBeEmpty);

    public SourceSpan Locate(Dataset dataset, Element element, Field field)
    {
        var whole = dataset.SpanOf(element);
        if (whole.IsNone)
            return whole;
        var row = RowOf(dataset, element);
        var (first, count) = Columns(dataset, element, row, field);
        var found = row.SpanOf(first, count);
        return found.IsNone ? whole : found;
    }

    public EditPlan Edit(Dataset dataset, IReadOnlyList<ElementChange> changes) =>
        RowEditor.Plan(this, dataset, changes);

    /// <summary>What reads each file, with what the files of a request share; called from several threads.</summary>
    protected abstract Action<FormatFile> ReaderOf(ReadRequest request, DatasetBuilder builder);

    /// <summary>What separates the columns of a file.</summary>
    protected internal virtual byte SeparatorIn(SourceBytes bytes) => TextRow.Blanks;

    /// <summary>The columns that a field stands in; a first one of −1 for none.</summary>
    protected internal abstract (int First, int Count) Columns(
        Dataset dataset,
        Element element,
        in TextRow row,
        Field field
    );

    /// <summary>What stands for a category in a column; null where there is no such category.</summary>
    protected internal virtual string? CategoryText(Dataset dataset, int annotation, string category) => category;

    /// <summary>The numbers of a box as this format stores them, in the order of <see cref="Field.BoxPart"/>; null for none.</summary>
    protected internal virtual double[]? BoxNumbers(Dataset dataset, int annotation, Box box) => null;

    /// <summary>Why rows cannot simply be taken out; null where they can.</summary>
    protected internal virtual string? RemovalRefusal => null;

    /// <summary>The row of an annotation; of anything else no columns.</summary>
    internal TextRow RowOf(Dataset dataset, Element element)
    {
        var span = dataset.SpanOf(element);
        var bytes = dataset.Files[span.File].Bytes;
        var line = element.Kind == ElementKind.Annotation ? bytes.Slice(span.Start, span.Length) : [];
        return TextRow.Split(line, SeparatorIn(bytes), [], span.Start, span.File);
    }
}
