using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Rows;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.OpenImages;

/// <summary>Open Images CSV: boxes, labels of images, and class descriptions. See <c>docs/formats/openimages.md</c>.</summary>
sealed class OpenImagesFormat : RowFormat
{
    public override string Id => "openimages";

    public override string Title => "Open Images CSV";

    public override IReadOnlyList<string> OwnAttributes { get; } =
    ["IsOccluded", "IsTruncated", "IsGroupOf", "IsDepiction", "IsInside", "Source"];

    protected override int BatchSize => 1;

    protected override bool MayBeEmpty => false;

    public override FormatMatch Detect(FormatProbe probe)
    {
        if (probe.Extension is not (".csv" or ".txt"))
            return FormatMatch.No;
        var header = RowHeader.Of(RowProbe.FirstLine(probe.Head));
        return header.Has("ImageID", "LabelName")
            && (header.Has("XMin", "XMax", "YMin", "YMax") || header.Has("MaskPath") || header.Has("Confidence"))
                ? new(0.95, "a header with 'ImageID' and 'LabelName'")
            : probe.Extension == ".csv" && header.Has("LabelName", "DisplayName")
                ? new(0.9, "a header 'LabelName,DisplayName'")
            : probe.Extension == ".csv" && IsDescription(RowProbe.FirstLine(probe.Head))
                ? new(0.9, "rows of a machine-generated id and a name")
            : FormatMatch.No;
    }

    public override void Read(ReadRequest request, DatasetBuilder builder)
    {
        // Names first: that there are any decides what rows refer to.
        var descriptions = request.Files.Where(file => IsDescriptionFile(builder.Files[file])).ToArray();
        FormatFile.ReadAll(request with { Files = [.. descriptions] }, builder, 1, OpenImagesNames.Read);
        FormatFile.ReadAll(
            request with
            {
                Files = [.. request.Files.Except(descriptions)],
            },
            builder,
            BatchSize,
            file => new OpenImagesReader(file, descriptions.Length > 0).Read()
        );
    }

    protected override Action<FormatFile> ReaderOf(ReadRequest request, DatasetBuilder builder) =>
        static file => new OpenImagesReader(file, hasNames: false).Read();

    protected internal override byte SeparatorIn(SourceBytes bytes) => RowHeader.Of(bytes).Separator;

    protected internal override (int First, int Count) Columns(
        Dataset dataset,
        Element element,
        in TextRow row,
        Field field
    )
    {
        var header = RowHeader.Of(dataset.Files[dataset.SpanOf(element).File].Bytes);
        var first = header.FirstOf("XMin", "BoxXMin");
        return field.Kind switch
        {
            FieldKind.Image => (header["ImageID"], 1),
            FieldKind.Category => (header["LabelName"], 1),
            FieldKind.Score => (header["Confidence"], 1),
            FieldKind.Box => (first, 4),
            // The columns are in the order left, right, top, bottom.
            FieldKind.BoxPart when first >= 0 => (first + field.Index, 1),
            FieldKind.Crowd => (header["IsGroupOf"], 1),
            FieldKind.Attribute => (header[field.Name], 1),
            _ => (-1, 0),
        };
    }

    protected internal override string? CategoryText(Dataset dataset, int annotation, string category)
    {
        var declarations = dataset
            .Categories.Declarations.Where(d => dataset.Files[d.Span.File].Format == this)
            .ToArray();
        var declaration = declarations.FirstOrDefault(d => d.Name == category);
        return declaration is not null ? dataset.IdTexts.Show(declaration.Id)
            : declarations.Length == 0 ? category
            : null;
    }

    protected internal override double[]? BoxNumbers(Dataset dataset, int annotation, Box box)
    {
        var image = dataset.Annotations.Images[annotation];
        var (width, height) = (dataset.Images.Widths[image], dataset.Images.Heights[image]);
        return dataset.Annotations.Shapes[annotation] == ShapeKind.Box
            ? [box.Left / width, box.Right / width, box.Top / height, box.Bottom / height]
            : null;
    }

    static bool IsDescriptionFile(SourceFile file)
    {
        var header = RowHeader.Of(file.Bytes);
        return !header.Has("ImageID");
    }

    static bool IsDescription(ReadOnlySpan<byte> line)
    {
        var row = TextRow.Split(line, (byte)',', []);
        return row.Count == 2 && (row.Inside(0).StartsWith("/m/"u8) || row.Inside(0).StartsWith("/g/"u8));
    }
}
