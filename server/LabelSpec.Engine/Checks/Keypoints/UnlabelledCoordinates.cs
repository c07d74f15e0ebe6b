using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Keypoints;

/// <summary>
/// Keypoints that are not labelled (visibility 0) but have coordinates. Several data sets do so on purpose, hence one
/// finding for each file.
/// </summary>
sealed class UnlabelledCoordinates(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3505", "unlabelled_coordinates", "Unlabelled keypoint with coordinates", Severity.Hint);

    public override void Judge(CheckReport report)
    {
        var groups = new Groups<int>();
        var view = new ShapeView(Data);
        for (var row = 0; row < Rows.Count; row++)
        {
            var flags = Rows.Flags[row] & (AnnotationFlags.HasKeypoints | AnnotationFlags.Prediction);
            if (flags != AnnotationFlags.HasKeypoints || !Facts.Conventions.UnlabelledAtOrigin(Rows.FileOf(row)))
                continue;
            report.Judged();
            view.MoveTo(row);
            if (First(view.Keypoints.Points) >= 0)
                groups.Add(Rows.FileOf(row), row);
        }

        foreach (var (_, group) in groups)
            report.Violated(Violation.OfAnnotation(group.FirstRow) with { Value = group.Count });
    }

    public override Explanation Explain(in Violation violation)
    {
        var view = new ShapeView(Data);
        view.MoveTo(violation.Subject);
        return new(
            $"{Wording.Count((long)violation.Value, "annotation has", "annotations have")} keypoints with visibility 0 that "
                + $"are not at (0, 0); {Data.Files[Rows.FileOf(violation.Subject)].Format!.Title} leaves such keypoints at the origin."
        )
        {
            Field = Field.Keypoint(Math.Max(0, First(view.Keypoints.Points))),
            Values = [new DecidingValue("count", violation.Value)],
        };
    }

    static int First(ReadOnlySpan<Keypoint> points)
    {
        for (var i = 0; i < points.Length; i++)
            if (points[i] is { Visibility: 0 } point && (point.X != 0 || point.Y != 0))
                return i;
        return -1;
    }
}
