using System.Globalization;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Rows;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.VisDrone;

/// <summary>
/// VisDrone: rows of eight numbers in a file for each image, or of ten in a file for each video. See
/// <c>docs/formats/visdrone.md</c>.
/// </summary>
sealed class VisDroneFormat : RowFormat
{
    public static readonly string[] Classes =
    [
        "ignored regions",
        "pedestrian",
        "people",
        "bicycle",
        "car",
        "van",
        "truck",
        "tricycle",
        "awning-tricycle",
        "bus",
        "motor",
        "others",
    ];

    public override string Id => "visdrone";

    public override string Title => "VisDrone";

    public override IReadOnlyList<string> OwnAttributes { get; } = ["truncation", "occlusion"];

    public override FormatMatch Detect(FormatProbe probe) =>
        probe.Extension != ".txt" ? FormatMatch.No
        : RowProbe.MostPass(probe, (byte)',', IsImageRow)
            ? new(0.85, "rows of a box, a score, a class from 0 to 11, truncation and occlusion")
        : RowProbe.MostPass(probe, (byte)',', IsVideoRow)
            ? new(0.85, "rows of frame, target, box, score, class, truncation and occlusion")
        : FormatMatch.No;

    protected override Action<FormatFile> ReaderOf(ReadRequest request, DatasetBuilder builder) =>
        static file => new VisDroneReader(file).Read();

    protected internal override byte SeparatorIn(SourceBytes bytes) => (byte)',';

    protected internal override (int First, int Count) Columns(
        Dataset dataset,
        Element element,
        in TextRow row,
        Field field
    )
    {
        var box = BoxColumn(row);
        return field.Kind switch
        {
            FieldKind.Frame or FieldKind.Image when box == 2 => (0, 1),
            FieldKind.Track or FieldKind.Id when box == 2 => (1, 1),
            FieldKind.Box => (box, 4),
            FieldKind.BoxPart => (box + field.Index, 1),
            FieldKind.Score => (box + 4, 1),
            FieldKind.Category => (box + 5, 1),
            FieldKind.Attribute when field.Name == "truncation" => (box + 6, 1),
            FieldKind.Attribute when field.Name == "occlusion" => (box + 7, 1),
            _ => (-1, 0),
        };
    }

    protected internal override string? CategoryText(Dataset dataset, int annotation, string category) =>
        Array.IndexOf(Classes, category) is >= 0 and var index ? index.ToString(CultureInfo.InvariantCulture) : null;

    protected internal override double[] BoxNumbers(Dataset dataset, int annotation, Box box) =>
        [box.Left, box.Top, box.Width, box.Height];

    /// <summary>Rows of videos have the frame and the target before the box.</summary>
    public static int BoxColumn(in TextRow row) => ColumnCount(row) >= 10 ? 2 : 0;

    /// <summary>Without the empty column behind a comma at the end.</summary>
    public static int ColumnCount(in TextRow row) =>
        row.Count > 0 && row.Inside(row.Count - 1).IsEmpty ? row.Count - 1 : row.Count;

    public static bool IsVideoRow(in TextRow row) => ColumnCount(row) == 10 && HasCodes(row, 2);

    static bool IsImageRow(in TextRow row) => ColumnCount(row) == 8 && HasCodes(row, 0);

    static bool HasCodes(in TextRow row, int box)
    {
        for (var column = 0; column < box + 8; column++)
            if (!RowProbe.IsWhole(row.Number(column)) && column != box + 4)
                return false;
        return row.Number(box + 4) is >= -1 and <= 1
            && row.Number(box + 5) is >= -1 and <= 11
            && row.Number(box + 6) is >= -1 and <= 1
            && row.Number(box + 7) is >= -1 and <= 2
            // Three times −1 is how MOT rows say "no position".
            && !(row.Number(box + 5) == -1 && row.Number(box + 6) == -1 && box == 2);
    }
}
