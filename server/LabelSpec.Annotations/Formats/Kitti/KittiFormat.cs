using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Rows;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Kitti;

/// <summary>
/// KITTI object labels, one file for each image, and tracking labels, one file for each sequence. See
/// <c>docs/formats/kitti.md</c>.
/// </summary>
sealed class KittiFormat : RowFormat
{
    public override string Id => "kitti";

    public override string Title => "KITTI";

    public override IReadOnlyList<string> OwnAttributes { get; } = ["truncated", "occluded", "alpha"];

    public override FormatMatch Detect(FormatProbe probe)
    {
        if (probe.Extension != ".txt")
            return FormatMatch.No;
        if (RowProbe.MostPass(probe, TextRow.Blanks, static (in row) => IsObject(row, 0)))
            return new(0.9, "rows of a name and 14 or 15 numbers");
        return RowProbe.MostPass(
            probe,
            TextRow.Blanks,
            static (in row) => IsObject(row, 2) && RowProbe.AreNumbers(row, 0, 2)
        )
            ? new(0.9, "rows of a frame, a track, a name and 14 or 15 numbers")
            : FormatMatch.No;
    }

    protected override Action<FormatFile> ReaderOf(ReadRequest request, DatasetBuilder builder) =>
        static file => new KittiReader(file).Read();

    protected internal override (int First, int Count) Columns(
        Dataset dataset,
        Element element,
        in TextRow row,
        Field field
    )
    {
        var type = KittiReader.TypeColumn(row);
        return field.Kind switch
        {
            FieldKind.Frame when type == 2 => (0, 1),
            FieldKind.Track when type == 2 => (1, 1),
            FieldKind.Category => (type, 1),
            FieldKind.Attribute when field.Name == "truncated" => (type + 1, 1),
            FieldKind.Attribute when field.Name == "occluded" => (type + 2, 1),
            FieldKind.Attribute when field.Name == "alpha" => (type + 3, 1),
            FieldKind.Box => (type + 4, 4),
            FieldKind.BoxPart => (type + 4 + field.Index, 1),
            FieldKind.Segmentation => (type + 8, 7),
            FieldKind.Score => (type + 15, 1),
            _ => (-1, 0),
        };
    }

    protected internal override double[] BoxNumbers(Dataset dataset, int annotation, Box box) =>
        [box.Left, box.Top, box.Right, box.Bottom];

    static bool IsObject(in TextRow row, int type)
    {
        if (row.Count - type is < 15 or > 16 || !double.IsNaN(row.Number(type)))
            return false;
        var numbers = 0;
        for (var column = type + 1; column < row.Count; column++)
            numbers += double.IsNaN(row.Number(column)) ? 0 : 1;
        return numbers >= 12;
    }
}
