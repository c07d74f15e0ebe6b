using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Rows;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Mot;

/// <summary>MOT Challenge: ground truth, detections and results. See <c>docs/formats/mot.md</c>.</summary>
sealed class MotFormat : RowFormat
{
    public override string Id => "mot";

    public override string Title => "MOT Challenge";

    public override IReadOnlyList<string> OwnAttributes { get; } = ["visibility"];

    protected override int BatchSize => 1;

    public override FormatMatch Detect(FormatProbe probe) =>
        probe.Extension == ".txt" && RowProbe.MostPass(probe, (byte)',', IsRow)
            ? new(0.8, "rows of frame, id, box and confidence, separated by commas")
            : FormatMatch.No;

    protected override Action<FormatFile> ReaderOf(ReadRequest request, DatasetBuilder builder)
    {
        var companions = new CompanionFiles(builder);
        var sequences = request.Files.ToDictionary(
            file => file,
            file => MotSequence.Of(builder.Files[file].FullPath, companions.Lines)
        );
        return file => new MotReader(file, sequences[file.File]).Read();
    }

    protected internal override byte SeparatorIn(SourceBytes bytes) => (byte)',';

    protected internal override (int First, int Count) Columns(
        Dataset dataset,
        Element element,
        in TextRow row,
        Field field
    ) =>
        field.Kind switch
        {
            FieldKind.Frame or FieldKind.Image => (0, 1),
            FieldKind.Track or FieldKind.Id => (1, 1),
            FieldKind.Box => (2, 4),
            FieldKind.BoxPart => (2 + field.Index, 1),
            FieldKind.Score => (6, 1),
            FieldKind.Category when row.Count is 8 or 9 => (7, 1),
            FieldKind.Attribute when field.Name == "visibility" && row.Count == 9 => (8, 1),
            _ => (-1, 0),
        };

    protected internal override string? CategoryText(Dataset dataset, int annotation, string category) =>
        MotSequence
            .Of(dataset.Files[dataset.Annotations.FileOf(annotation)].FullPath, CompanionFiles.LinesAgain)
            .NumberOf(category);

    protected internal override double[] BoxNumbers(Dataset dataset, int annotation, Box box)
    {
        var folder = MotSequence.FolderOf(dataset.Files[dataset.Annotations.FileOf(annotation)].FullPath);
        var origin = dataset.Conventions.FirstOrDefault(c => c.Format == Id && c.Folder == folder)?.Origin ?? 1;
        return [box.Left + origin, box.Top + origin, box.Width, box.Height];
    }

    static bool IsRow(in TextRow row)
    {
        if (row.Count is < 7 or > 10 || row.Count == 8 || (row.Count == 9 && row.Inside(8).IsEmpty))
            return false;
        if (!RowProbe.AreNumbers(row, 0, row.Count) || !RowProbe.IsWhole(row.Number(0)) || row.Number(0) < 0)
            return false;
        return RowProbe.IsWhole(row.Number(1)) && !(row.Count == 10 && VisDrone.VisDroneFormat.IsVideoRow(row));
    }

    public override void Read(ReadRequest request, DatasetBuilder builder)
    {
        base.Read(request, builder);
        // That the far edges are continuous is the same in all of them: boxes have widths.
        if (request.Options.Coordinates?.Origin is { } origin)
            foreach (
                var folder in request
                    .Files.Select(file => MotSequence.FolderOf(builder.Files[file].FullPath))
                    .Distinct()
            )
                builder.Conventions.Add(new(Id, folder, origin, Project.BoxEdges.Continuous, true, "declared"));
    }
}
