using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Tracks;

/// <summary>An attribute changes within a track although the file declares that it does not (CVAT <c>mutable</c>).</summary>
sealed class ImmutableAttributeChange(CheckContext context) : TrackCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3704", "immutable_attribute_change", "Attribute changes that is not mutable", Severity.Error);

    public override void Judge(TrackView track, CheckReport report)
    {
        if (track.Steps.Length < 2 || Facts.DeclarationOf(track.Steps[0].Row) is not { } declaration)
            return;
        report.Judged();
        for (var i = 0; i < declaration.Attributes.Length; i++)
        {
            var attribute = declaration.Attributes[i];
            if (attribute.IsMutable || Rows.Attributes.Find(attribute.Name) is not { } column)
                continue;
            var before = -1;
            foreach (var step in track.Steps)
            {
                if (column.CodeOf(step.Row) < 0)
                    continue;
                if (before >= 0 && column.CodeOf(before) != column.CodeOf(step.Row))
                {
                    report.Violated(Violation.OfPair(step.Row, before) with { Detail = i });
                    return;
                }

                before = step.Row;
            }
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var name = Facts.DeclarationOf(violation.Subject)!.Attributes[violation.Detail].Name;
        var column = Rows.Attributes.Find(name)!;
        column.TryGet(violation.Subject, out var now);
        column.TryGet(violation.Other, out var before);
        return new(
            $"{name} of {NameOfTrack(Rows.Tracks[violation.Subject])} turns from \"{before}\" to \"{now}\" in frame "
                + $"{Facts.Tracks.FrameName(violation.Subject)}, but the file declares that it does not change."
        )
        {
            Field = Field.Attribute(name),
            Values = [new DecidingValue("before", before.ToString()), new DecidingValue("now", now.ToString())],
            Related = [new(SubjectKind.Annotation, violation.Other, $"\"{before}\" until here")],
        };
    }
}
