using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Coordinates;

/// <summary>
/// Boxes count pixels from 0 where the format counts from 1, or the other way round, as their edges show: one finding for
/// each file, or folder of files.
/// </summary>
sealed class PixelOrigin(CheckContext context) : EvidenceCheck<GroupEvidence<OriginTally>>(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5021", "pixel_origin", "Coordinates count from another pixel", Severity.Info)
        {
            Parameters = [new("boxes", 5, "", "So many boxes have to touch an edge to tell")],
        };

    readonly double fewest = context.Settings.ParameterOf(Info, "boxes");
    readonly FileGroups groups = context.Facts.FileGroups;

    protected override GroupEvidence<OriginTally> Nothing() => new(groups.Count);

    protected override void Collect(int first, int end, GroupEvidence<OriginTally> evidence)
    {
        var boxes = Rows.Boxes;
        var flags = Rows.Flags;
        var images = Rows.Images;
        OriginTally? tally = null;
        var file = -1;
        for (var row = first; row < end; row++)
        {
            if (Rows.FileOf(row) != file)
            {
                file = Rows.FileOf(row);
                tally = IsJudged(file) ? evidence.Start(groups.Of(file)) : null;
            }

            if (tally is null || (flags[row] & AnnotationFlags.HasStoredBox) == 0)
                continue;
            if (boxes[row].IsFinite && !Facts.MayLeaveImage(row))
                tally.Add(boxes[row], Facts.FrameOf(images[row]), row);
        }
    }

    protected override void JudgeEvidence(GroupEvidence<OriginTally> evidence, CheckReport report)
    {
        for (var group = 0; group < groups.Count; group++)
        {
            if (evidence.Of(group) is not { Boxes: > 0 } tally)
                continue;
            report.Judged();
            if (Facts.Conventions.CountsFromOne(groups.FirstFile(group)))
            {
                if (tally.FromZero >= fewest || tally.Fractional >= fewest)
                    report.Violated(Violation.OfAnnotation(tally.FirstBox) with { Value = tally.FromZero });
            }
            else if (tally.OneBeyond >= fewest && tally.FromOne >= fewest && tally.OneBeyond > tally.ToSize)
            {
                if (tally.FromZero == 0)
                    report.Violated(Violation.OfAnnotation(tally.Example) with { Value = tally.OneBeyond });
            }
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var file = Rows.FileOf(violation.Subject);
        var tally = Judged.Of(groups.Of(file))!;
        var format = Data.Files[file].Format!.Id.ToUpperInvariant();
        var message = Facts.Conventions.CountsFromOne(file)
            ? $"{format} counts whole pixels from 1, but of {tally.Boxes} boxes {tally.FromZero} begin at 0 and "
                + $"{tally.Fractional} have fractions. They were read as counting from 0; \"coordinates\" in "
                + "labelspec.yaml settles it."
            : $"{format} counts pixels from 0, but of {tally.Boxes} boxes none begins at 0, {tally.FromOne} begin at 1 "
                + $"and {tally.OneBeyond} end one pixel beyond the image: they seem to count from 1.";
        return new(message)
        {
            Field = Annotations.Formats.Field.Box,
            Values =
            [
                new DecidingValue("boxes", tally.Boxes),
                new DecidingValue("from_0", tally.FromZero),
                new DecidingValue("from_1", tally.FromOne),
                new DecidingValue("to_size", tally.ToSize),
                new DecidingValue("one_beyond", tally.OneBeyond),
                new DecidingValue("fractional", tally.Fractional),
            ],
        };
    }

    bool IsJudged(int file) =>
        Facts.Conventions.CountsFromOne(file)
            ? !Facts.Conventions.IsDeclared(file)
            : Facts.Conventions.BoxLayoutOf(file) is BoxLayout.CornerAndSize or BoxLayout.TwoCorners;
}
