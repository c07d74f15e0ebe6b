using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Coordinates;

/// <summary>
/// The boxes of a file make more sense in another way of writing coordinates than in the format's: decided over all boxes
/// of the file, and reported once with the numbers that decided.
/// </summary>
sealed class CoordinateMode(CheckContext context) : EvidenceCheck<GroupEvidence<CoordinateTally>>(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5020", "coordinate_mode", "Coordinates seem to be of another kind", Severity.Warning)
        {
            Parameters =
            [
                new("boxes", 20, "", "Files with fewer boxes are not judged"),
                new("fit", 0.95, "%", "So many boxes make sense in the other way"),
                new("gain", 0.1, "%", "So many fewer boxes make sense in the format's own way"),
            ],
        };

    readonly double fewest = context.Settings.ParameterOf(Info, "boxes");
    readonly double fit = context.Settings.ParameterOf(Info, "fit");
    readonly double gain = context.Settings.ParameterOf(Info, "gain");
    readonly FileGroups groups = context.Facts.FileGroups;

    protected override GroupEvidence<CoordinateTally> Nothing() => new(groups.Count);

    protected override void Collect(int first, int end, GroupEvidence<CoordinateTally> evidence)
    {
        var boxes = Rows.Boxes;
        var flags = Rows.Flags;
        var images = Rows.Images;
        CoordinateTally? tally = null;
        var (file, layout) = (-1, BoxLayout.Unknown);
        for (var row = first; row < end; row++)
        {
            if (Rows.FileOf(row) != file)
            {
                file = Rows.FileOf(row);
                layout = Facts.Conventions.BoxLayoutOf(file);
                tally = layout == BoxLayout.Unknown ? null : evidence.Start(groups.Of(file));
            }

            if (tally is null || (flags[row] & AnnotationFlags.HasStoredBox) == 0)
                continue;
            var frame = Facts.FrameOf(images[row]);
            if (!frame.IsEmpty && boxes[row].IsFinite && !Facts.MayLeaveImage(row))
                tally.Add(boxes[row], frame, layout, row);
        }
    }

    protected override void JudgeEvidence(GroupEvidence<CoordinateTally> evidence, CheckReport report)
    {
        for (var group = 0; group < groups.Count; group++)
        {
            if (evidence.Of(group) is not { } tally || tally.Boxes < fewest)
                continue;
            report.Judged();
            // Whatever the settings, something must speak for the other way.
            if (Suspicion(tally) is { } reading && tally.Example(reading) is { } example)
                report.Violated(
                    Violation.OfAnnotation(example) with
                    {
                        Detail = (int)reading,
                        Value = tally.FitsOf(reading) / (double)tally.Boxes,
                        Limit = tally.Fitting / (double)tally.Boxes,
                    }
                );
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var reading = (CoordinateReading)violation.Detail;
        var file = Rows.FileOf(violation.Subject);
        var layout = Facts.Conventions.BoxLayoutOf(file);
        var stored = StoredBox.Of(Rows.Boxes[violation.Subject], layout);
        var frame = Facts.FrameOf(Rows.Images[violation.Subject]);
        var own = Words((CoordinateReading)(layout - 1));
        var message = reading is CoordinateReading.Shares or CoordinateReading.Percent
            ? $"{Wording.Percent(violation.Value)} of the boxes lie within 0 to {(reading == CoordinateReading.Shares ? "1" : "100")}, "
                + $"such as {stored.Show()} in an image of {frame.Width} x {frame.Height} px: the coordinates seem to be "
                + $"{Words(reading)}, not pixels."
            : $"{Wording.Percent(violation.Value)} of the boxes fit their image {As(reading)}, "
                + $"{Wording.Percent(violation.Limit)} as {own}, such as {stored.Show()} in an image of "
                + $"{frame.Width} x {frame.Height} px.";
        return new(message)
        {
            Field = Annotations.Formats.Field.Box,
            Values =
            [
                new DecidingValue("boxes", Judged.Of(groups.Of(file))!.Boxes),
                new DecidingValue("seems", Words(reading)),
                new DecidingValue("fit_so", violation.Value),
                new DecidingValue("format", own),
                new DecidingValue("fit_as_format", violation.Limit),
            ],
        };
    }

    CoordinateReading? Suspicion(CoordinateTally tally)
    {
        var enough = fit * tally.Boxes;
        if (tally.AnyFraction && tally.FitsOf(CoordinateReading.Shares) >= enough)
            return CoordinateReading.Shares;
        if (tally.AnyFraction && tally.ReachesHundred && tally.FitsOf(CoordinateReading.Percent) == tally.Boxes)
            return CoordinateReading.Percent;
        CoordinateReading? best = null;
        for (var reading = CoordinateReading.CornerAndSize; reading <= CoordinateReading.Swapped; reading++)
            if (
                tally.FitsOf(reading) >= enough
                && tally.FitsOf(reading) >= tally.Fitting + gain * tally.Boxes
                && (best is null || tally.FitsOf(reading) > tally.FitsOf(best.Value))
            )
                best = reading;
        return best;
    }

    static string As(CoordinateReading reading) =>
        reading == CoordinateReading.Swapped ? "with x and y (or width and height) swapped" : $"as {Words(reading)}";

    static string Words(CoordinateReading reading) =>
        reading switch
        {
            CoordinateReading.CornerAndSize => "left, top, width, height",
            CoordinateReading.TwoCorners => "left, top, right, bottom",
            CoordinateReading.CentreAndSize => "centre, width, height",
            CoordinateReading.Swapped => "x and y swapped",
            CoordinateReading.Shares => "shares of the image",
            _ => "percent of the image",
        };
}
