using System.Collections.Immutable;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json.Edits;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>
/// A format of JSON records. It says which files are its own, turns records into rows, and finds the value of a field in a
/// record; locating and editing follow from that.
/// </summary>
abstract class JsonFormat : IAnnotationFormat
{
    public abstract string Id { get; }

    public abstract string Title { get; }

    public virtual IReadOnlyList<string> OwnAttributes => [];

    public IGeometryDecoder Geometry => PooledGeometry.Instance;

    /// <summary>Files that share a part: one where they are big, many where each is one image.</summary>
    protected virtual int BatchSize => 16;

    public abstract FormatMatch Detect(FormatProbe probe);

    public virtual void Read(ReadRequest request, DatasetBuilder builder)
    {
        if (request.Files is not [var only] || !TryReadAgain(request, builder, only))
            FormatFile.ReadAll(request, builder, BatchSize, Read);
    }

    public SourceSpan Locate(Dataset dataset, Element element, Field field)
    {
        if (LocateOutside(dataset, element, field) is { IsNone: false } outside)
            return outside;
        var place = PlaceOf(dataset, element);
        var found = Find(place, field);
        return found.Exists ? found.Span : dataset.SpanOf(element);
    }

    /// <summary>The first number of some fields of an element that is none, or not finite; nothing where there is none.</summary>
    internal SourceSpan LocateNotFinite(Dataset dataset, Element element, IEnumerable<Field> fields)
    {
        var place = PlaceOf(dataset, element);
        foreach (var field in fields)
            if (JsonNumbers.FirstNotFinite(Find(place, field)) is { Exists: true } found)
                return found.Span;
        return SourceSpan.None;
    }

    public EditPlan Edit(Dataset dataset, IReadOnlyList<ElementChange> changes) =>
        JsonEditor.Plan(this, dataset, changes);

    protected abstract void Read(FormatFile file);

    /// <summary>
    /// Makes a reader of the records of a file, in formats whose records know nothing of one another: a text that is being edited is then read
    /// again only where the edit was made. Null in other formats.
    /// </summary>
    protected virtual Func<FormatFile, IJsonRecords>? IndependentRecords => null;

    /// <summary>How the records of a file follow one another.</summary>
    protected virtual void Walk(JsonFile file) => file.Read();

    /// <summary>Reads a large text that is being edited with the help of what was read before.</summary>
    bool TryReadAgain(ReadRequest request, DatasetBuilder builder, int file)
    {
        var source = builder.Files[file];
        var part = new DatasetPart();
        return IndependentRecords is { } readerOf
            && source is { Memory: { } memory, Text: { } text }
            && source.Length >= memory.SmallestFile
            && SourceCheck.TryLoad(source, file, part.Problems, request.Cancellation, out var bytes)
            && JsonRememberedFile.TryRead(
                new FormatFile(source, file, bytes, part, request.Options),
                new(memory, file, text),
                readerOf,
                Walk,
                builder
            );
    }

    /// <summary>The value of a field in an element; missing where the file does not hold it.</summary>
    protected internal abstract JsonNode Find(in JsonPlace place, Field field);

    /// <summary>
    /// Where a field stands that is written outside its element, for others as well, so that it cannot be changed for this one alone;
    /// nothing for all others.
    /// </summary>
    protected virtual SourceSpan LocateOutside(Dataset dataset, Element element, Field field) => SourceSpan.None;

    /// <summary>The JSON value that stands for a category; null where the file has no such category.</summary>
    protected internal virtual string? CategoryValue(in JsonPlace place, string category) => JsonText.Quote(category);

    /// <summary>
    /// The numbers of a box as this format stores them, in the order of <see cref="Field.BoxPart"/>; null where the element
    /// has no box of its own.
    /// </summary>
    protected internal virtual double[]? BoxNumbers(in JsonPlace place, Box box) => null;

    /// <summary>The JSON value of rings (x, y pairs, canonical); null where the element has none, or cannot hold these.</summary>
    protected internal virtual string? PolygonValue(
        in JsonPlace place,
        ImmutableArray<ImmutableArray<double>> parts,
        NumberStyle style
    ) => null;

    /// <summary>The rings that must end where they begin; none in formats whose rings close themselves.</summary>
    protected internal virtual IEnumerable<JsonNode> ClosedRings(JsonPlace place) => [];

    /// <summary>The object that new attributes are members of; missing where there is none.</summary>
    protected internal virtual JsonNode AttributesOf(in JsonPlace place) => default;

    /// <summary>What goes when an annotation is removed: its own element, and others that are about it alone.</summary>
    protected internal virtual IEnumerable<SourceSpan> RemovedWith(Dataset dataset, Element element) =>
        [dataset.SpanOf(element)];

    /// <summary>Whether an annotation can be taken out without changing what others mean.</summary>
    protected internal virtual bool IsRemovable(in JsonPlace place) => true;

    internal static JsonPlace PlaceOf(Dataset dataset, Element element)
    {
        var span = dataset.SpanOf(element);
        return new JsonPlace(
            dataset,
            element,
            span.IsNone ? default : JsonTree.Of(dataset.Files[span.File].Bytes, span)
        );
    }

    /// <summary>One ring as <c>[[x, y], …]</c>.</summary>
    protected static string PairsOf(ImmutableArray<double> ring, NumberStyle style) =>
        $"[{string.Join(", ", Enumerable.Range(0, ring.Length / 2).Select(i => $"[{style.Format(ring[2 * i])}, {style.Format(ring[2 * i + 1])}]"))}]";
}
