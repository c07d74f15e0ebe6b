using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>NaN or infinity among the coordinates.</summary>
sealed class NotFinite(CheckContext context) : ShapeCheck(Info, context)
{
    const int InBox = 0;
    const int InPolygon = 1;
    const int InKeypoints = 2;

    public static new CheckInfo Info { get; } =
        new("LS3201", "not_finite", "Coordinate is NaN or infinite", Severity.Error);

    public override AnnotationFlags Needs => AnnotationFlags.None;

    readonly Lazy<ReportedNumbers> reported = new(() => new(context.Dataset));

    public override void Judge(ShapeView shape, CheckReport report)
    {
        report.Judged();
        if (PlaceIn(shape) is not { } place)
            return;
        // Of numbers that could not be read at all, the reader has said so.
        if (shape.Flags.HasFlag(AnnotationFlags.Unread) || IsReported(shape.Row))
            report.Undecidable();
        else
            report.Violated(Violation.OfAnnotation(shape.Row) with { Detail = place });
    }

    bool IsReported(int row) =>
        !reported.Value.IsEmpty && reported.Value.Contains(Data.Locate(Element.Annotation(row), Field.NotFinite));

    static int? PlaceIn(ShapeView shape)
    {
        if (shape.Flags.HasFlag(AnnotationFlags.HasStoredBox) && !shape.Box.IsFinite)
            return InBox;
        if (
            shape.Flags.HasFlag(AnnotationFlags.HasPolygon)
            && (shape.PolygonFacts.Defects & PolygonDefects.NotFinite) != 0
        )
            return InPolygon;
        return shape.Flags.HasFlag(AnnotationFlags.HasKeypoints) && !AreFinite(shape.Keypoints) ? InKeypoints : null;
    }

    static bool AreFinite(KeypointBuffer keypoints)
    {
        foreach (var point in keypoints.Points)
            if (!double.IsFinite(point.X) || !double.IsFinite(point.Y))
                return false;
        return true;
    }

    public override Explanation Explain(in Violation violation)
    {
        var (what, has) = violation.Detail switch
        {
            InBox => ("box", "has"),
            InPolygon => ("polygon", "has"),
            _ => ("keypoints", "have"),
        };
        var bad = TextOfNoNumber(violation.Subject) is { } text
            ? $"{text} where a number belongs"
            : "a coordinate that is NaN or infinite";
        return new($"The {what} of {NameOf(violation.Subject)} {has} {bad}.") { Field = Field.NotFinite };
    }

    /// <summary>What stands there, where it is no number at all.</summary>
    string? TextOfNoNumber(int row)
    {
        const int Longest = 40;
        var at = Data.Locate(Element.Annotation(row), Field.NotFinite);
        if (at.IsNone || at.Length > Longest)
            return null;
        var text = Data.Files[at.File].Bytes.Slice(at.Start, at.Length);
        return
            text is [(byte)'"', ..]
            || text.SequenceEqual("null"u8)
            || text.SequenceEqual("true"u8)
            || text.SequenceEqual("false"u8)
            ? Encoding.UTF8.GetString(text)
            : null;
    }
}
