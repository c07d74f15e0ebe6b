using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Structure;

/// <summary>Two annotations of one file with one id: readers keep the last one, or both, and disagree.</summary>
sealed class DuplicateAnnotationId(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3001", "duplicate_annotation_id", "Annotation id used twice", Severity.Error) { HasFix = true };

    public override void Judge(CheckReport report)
    {
        report.Judged(Rows.Count);
        var ordinal = 0;
        foreach (
            var (row, first) in DuplicateIds.Find(
                Rows.Ids,
                Rows.FileOf,
                row => Rows.Flags[row].HasFlag(AnnotationFlags.HasId)
            )
        )
            if (!MayShare(row, first) && (Rows.Images[row] == Rows.Images[first] || NamesItsImage(row)))
                report.Violated(Violation.OfPair(row, first) with { Detail = ordinal++ });
    }

    // The id of a track is that of its object, in each frame, and twice in one frame is a matter of tracks; regions that several annotators were given keep the ids they had.
    bool MayShare(int row, int first) =>
        Rows.Annotators[row] != Rows.Annotators[first]
        || (
            Rows.Tracks[row] is >= 0 and var track
            && (Rows.Images[row] != Rows.Images[first] || Facts.Tracks.FrameOf(row) >= 0)
            && Data.Tracks[track].Id == Rows.Ids[row]
        );

    // Segments of a panoptic image are listed inside it, and their ids count in that image only.
    bool NamesItsImage(int row)
    {
        var (place, whole) = (Data.Locate(Element.Annotation(row), Field.Image), Rows.SpanOf(row));
        return place != whole && whole.Contains(place.Start);
    }

    public override Explanation Explain(in Violation violation)
    {
        var id = Rows.Ids[violation.Subject];
        return new($"The id {Data.IdTexts.Show(id)} is already used by another annotation of this file.")
        {
            Field = Field.Id,
            Values = [new DecidingValue("id", Data.IdTexts.Show(id))],
            Related = [new(SubjectKind.Annotation, violation.Other, "first annotation with this id")],
            Repairs = id.IsText
                ? []
                :
                [
                    new(
                        "Give it a free id",
                        new ElementChange.SetId(
                            Element.Annotation(violation.Subject),
                            Facts.LargestAnnotationId + 1 + violation.Detail
                        )
                    ),
                ],
        };
    }
}
