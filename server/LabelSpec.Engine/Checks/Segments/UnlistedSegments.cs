using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Segments;

/// <summary>Pixels of the picture have ids that no listed segment has, so that nobody knows what they are.</summary>
sealed class UnlistedSegments(CheckContext context) : LabelPictureCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3412", "unlisted_segments", "Pixels have the id of no listed segment", Severity.Error);

    protected override void Judge(int image, ReadOnlySpan<int> annotations, LabelPictureFile file, CheckReport report)
    {
        if (file.Picture is { } picture && Unlisted(picture, annotations) is { Count: > 0 } unlisted)
            report.Violated(Violation.OfImage(image) with { Value = unlisted.Sum(one => one.Pixels) });
    }

    public override Explanation Explain(in Violation violation)
    {
        var file = PictureOf(violation.Subject);
        var unlisted = Unlisted(file.Picture!, Rows.OfImage(violation.Subject));
        var ids = unlisted.Select(one => $"{one.Id} ({Wording.Count(one.Pixels, "pixel")})").ToList();
        return new(
            $"{Path.GetFileName(file.Path)} has pixels of {Wording.Count(ids.Count, "id")} that segments_info does not list: "
                + $"{Wording.List(ids)}."
        )
        {
            Field = new Field(FieldKind.FileName),
            Values = [new DecidingValue("ids", ids.Count), new DecidingValue("pixels", violation.Value)],
        };
    }

    List<(uint Id, long Pixels)> Unlisted(LabelPicture picture, ReadOnlySpan<int> annotations)
    {
        var listed = new HashSet<long>();
        foreach (var row in annotations)
            if (Rows.Flags[row].HasFlag(AnnotationFlags.MaskInPicture) && !Rows.Ids[row].IsText)
                listed.Add(Rows.Ids[row].Value);
        return [.. picture.Ids.Where(one => !listed.Contains(one.Id))];
    }
}
