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
    Places places,
    int threads
) : FindingList
{
    // So many are made by one thread, one after the other: neighbours mostly stand in one file.
    const int Block = 256;

    // So many blocks are made while the ones before are being written.
    const int LeastBlocksAhead = 16;

    // Of so many times as many violations, those that are asked for are few: not all fingerprints are worth making.
    const int LeastOfWhichFew = 4;

    readonly Lazy<FingerprintNumbers> fingerprints = new(() =>
        FingerprintNumbers.Of(violations, new Fingerprints(dataset, sources), threads)
    );
    readonly Severity[] severities = [.. sources.Select(source => source.Severity)];
    readonly Lock explaining = new();

    /// <summary>Why each is accepted; empty for what is reported.</summary>
    public string[] Excuses { get; init; } = [];

    public override int Count => violations.Length;

    public override Finding this[int index] => Make(index, fingerprints.Value.TextOf(index), withFixes: true);

    public override IReadOnlyList<Finding> WithoutFixes(IReadOnlyList<int> indexes)
    {
        if (fingerprints.IsValueCreated || indexes.Count > violations.Length / LeastOfWhichFew)
            return [.. indexes.Select(index => Make(index, fingerprints.Value.TextOf(index), withFixes: false))];
        var texts = FingerprintNumbers.TextsOf(violations, indexes, new Fingerprints(dataset, sources));
        return [.. indexes.Select((index, i) => Make(index, texts[i], withFixes: false))];
    }

    Finding Make(int index, string fingerprint, bool withFixes)
    {
        ref readonly var violation = ref violations[index];
        var source = sources[violation.Source];
        var explanation = Explain(source, violation);
        return new Finding
        {
            Rule = source.Rule,
            Severity = severities[violation.Source],
            Message = explanation.Message,
            Location = places.LocationOf(places.SpanOf(violation.Kind, violation.Subject, explanation.Field)),
            Image = Subjects.ImageOf(dataset, violation.Kind, violation.Subject),
            Annotation = Subjects.AnnotationOf(dataset, violation.Kind, violation.Subject),
            Related = [.. explanation.Related.Select(Relate)],
            Values = explanation.Values,
            Fixes = withFixes ? [.. explanation.Repairs.Select(ToFix).OfType<Fix>()] : [],
            Fingerprint = fingerprint,
            HelpTopic = source.HelpTopic,
            Excuse = Excuses.Length > 0 ? Excuses[index] : null,
        };
    }

    public override IEnumerable<Finding> Make(IEnumerable<int> indexes) =>
        threads == 1 ? base.Make(indexes) : MakeAhead(indexes);

    IEnumerable<Finding> MakeAhead(IEnumerable<int> indexes)
    {
        var ahead = new Queue<Task<Finding[]>>();
        var most = Math.Max(LeastBlocksAhead, 2 * threads);
        var maker = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;
        foreach (var block in indexes.Chunk(Block))
        {
            // A few are not worth another thread.
            if (block.Length < Block && ahead.Count == 0)
            {
                foreach (var index in block)
                    yield return this[index];
                continue;
            }

            ahead.Enqueue(
                Task.Factory.StartNew(() => MakeAll(block), CancellationToken.None, TaskCreationOptions.None, maker)
            );
            if (ahead.Count < most)
                continue;
            foreach (var finding in ahead.Dequeue().GetAwaiter().GetResult())
                yield return finding;
        }

        while (ahead.TryDequeue(out var made))
            foreach (var finding in made.GetAwaiter().GetResult())
                yield return finding;
    }

    public override string RuleAt(int index) => sources[violations[index].Source].Rule;

    public override Severity SeverityAt(int index) => severities[violations[index].Source];

    public override string FileAt(int index)
    {
        var span = places.SpanOf(violations[index].Kind, violations[index].Subject);
        return span.IsNone ? "" : dataset.Files[span.File].Path;
    }

    public override long StartAt(int index) => places.SpanOf(violations[index].Kind, violations[index].Subject).Start;

    Finding[] MakeAll(int[] indexes)
    {
        var findings = new Finding[indexes.Length];
        for (var i = 0; i < findings.Length; i++)
            findings[i] = this[indexes[i]];
        return findings;
    }

    Explanation Explain(ViolationSource source, in Violation violation)
    {
        if (source.ExplainsOnAnyThread)
            return source.Explain(violation);
        lock (explaining)
            return source.Explain(violation);
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
        if (!repair.Edits.IsEmpty)
            return repair.Edits.All(edit => dataset.Files[edit.File].IsEditable)
                ? new(repair.Title, [.. repair.Edits.Select(ToFileEdit)]) { IsSafe = repair.IsSafe }
                : null;
        var plan = dataset.Edit(repair.Changes);
        return plan.Edits.IsEmpty || !plan.Refused.IsEmpty
            ? null
            : new(repair.Title, [.. plan.Edits.Select(ToFileEdit)]) { IsSafe = repair.IsSafe };
    }

    FileEdit ToFileEdit(ByteEdit edit) => new(dataset.Files[edit.File].Path, edit.Start, edit.End, edit.Text);
}
