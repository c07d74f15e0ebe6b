using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Judging;

/// <summary>Violations in their final order, made into findings one by one as they are read.</summary>
sealed class JudgedFindings(
    Dataset dataset,
    IReadOnlyList<ViolationSource> sources,
    Violation[] violations,
    Places places
) : FindingList
{
    readonly Lazy<string[]> fingerprints = new(() => Number(violations, new Fingerprints(dataset, sources)));
    readonly Lock explaining = new();

    /// <summary>Why each is accepted; empty for what is reported.</summary>
    public string[] Excuses { get; init; } = [];

    public override int Count => violations.Length;

    public override Finding this[int index]
    {
        get
        {
            ref readonly var violation = ref violations[index];
            var source = sources[violation.Source];
            Explanation explanation;
            lock (explaining)
                explanation = source.Explain(violation);
            return new Finding
            {
                Rule = source.Rule,
                Severity = source.Severity,
                Message = explanation.Message,
                Location = places.LocationOf(places.SpanOf(violation.Kind, violation.Subject, explanation.Field)),
                Image = Subjects.ImageOf(dataset, violation.Kind, violation.Subject),
                Annotation = Subjects.AnnotationOf(dataset, violation.Kind, violation.Subject),
                Related = [.. explanation.Related.Select(Relate)],
                Values = explanation.Values,
                Fixes = [.. explanation.Repairs.Select(ToFix).OfType<Fix>()],
                Fingerprint = fingerprints.Value[index],
                HelpTopic = source.HelpTopic,
                Excuse = Excuses.Length > 0 ? Excuses[index] : null,
            };
        }
    }

    public override string RuleAt(int index) => sources[violations[index].Source].Rule;

    public override Severity SeverityAt(int index) => sources[violations[index].Source].Severity;

    public override string FileAt(int index)
    {
        var span = places.SpanOf(violations[index].Kind, violations[index].Subject);
        return span.IsNone ? "" : dataset.Files[span.File].Path;
    }

    RelatedPlace Relate(RelatedSubject subject) =>
        new(
            Subjects.AnnotationOf(dataset, subject.Kind, subject.Row),
            places.LocationOf(places.SpanOf(subject.Kind, subject.Row)),
            subject.Message
        );

    // A repair that the format cannot write is no offer.
    Fix? ToFix(Repair repair)
    {
        var plan = dataset.Edit(repair.Changes);
        return plan.Edits.IsEmpty || !plan.Refused.IsEmpty
            ? null
            : new(repair.Title, [.. plan.Edits.Select(ToFileEdit)]) { IsSafe = repair.IsSafe };
    }

    FileEdit ToFileEdit(ByteEdit edit) => new(dataset.Files[edit.File].Path, edit.Start, edit.End, edit.Text);

    static string[] Number(Violation[] violations, Fingerprints fingerprints)
    {
        var texts = new string[violations.Length];
        var seen = new Dictionary<ulong, int>();
        for (var i = 0; i < violations.Length; i++)
        {
            var hash = fingerprints.Of(violations[i]);
            var occurrence = seen[hash] = seen.GetValueOrDefault(hash) + 1;
            texts[i] = Fingerprints.Text(hash, occurrence);
        }

        return texts;
    }
}
