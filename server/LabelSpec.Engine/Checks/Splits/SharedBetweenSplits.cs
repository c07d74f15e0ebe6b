using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Checks.Splits;

/// <summary>Something that is to be in one split only, and is in two: one finding for each pair of splits.</summary>
abstract class SharedBetweenSplits(CheckInfo info, CheckContext context) : DatasetCheck(info, context)
{
    const int Examples = 4;

    readonly record struct Shared(int Image, int Other);

    /// <summary>Whether an image is judged.</summary>
    protected virtual bool HasKey(int image) => KeyOf(image) is not null;

    /// <summary>What must not be shared; null for images that are not judged.</summary>
    protected abstract string? KeyOf(int image);

    /// <summary>What it is called, and how an image shows it.</summary>
    protected abstract string Noun { get; }

    protected abstract string Show(int image);

    internal override bool IsAboutImagesAlone => true;

    public sealed override void Judge(CheckReport report)
    {
        for (var image = 0; image < Data.Images.Count; image++)
            if (Facts.Splits.OfImage(image) is not null && HasKey(image))
                report.Judged();
        foreach (var (_, shared) in Find())
            report.Violated(Violation.OfImage(shared[0].Image) with { Other = shared[0].Other, Value = shared.Count });
    }

    public sealed override Explanation Explain(in Violation violation)
    {
        var splits = (First: SplitOf(violation.Other), Second: SplitOf(violation.Subject));
        var shared = Find()[splits];
        return new(
            $"{Wording.Count(shared.Count, Noun)} of {splits.Second} {(shared.Count == 1 ? "is" : "are")} in {splits.First} "
                + $"too, such as {Wording.Quoted(shared.Take(Examples).Select(one => Show(one.Image)))}."
        )
        {
            Field = new Field(FieldKind.FileName),
            Values =
            [
                new DecidingValue("shared", shared.Count),
                new DecidingValue("first", splits.First),
                new DecidingValue("second", splits.Second),
            ],
            Related =
            [
                .. shared
                    .Take(Examples)
                    .Select(one => new RelatedSubject(SubjectKind.Image, one.Other, $"in {splits.First}")),
            ],
        };
    }

    string SplitOf(int image) => Facts.Splits.OfImage(image) ?? "";

    bool HasSeveralSplits()
    {
        string? one = null;
        for (var image = 0; image < Data.Images.Count; image++)
        {
            if (Facts.Splits.OfImage(image) is not { } split)
                continue;
            one ??= split;
            if (split != one)
                return true;
        }

        return false;
    }

    // For each pair of splits, what stands in the second and in the first before it; each key once.
    Dictionary<(string First, string Second), List<Shared>> Find()
    {
        var first = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var found = new Dictionary<(string, string), List<Shared>>();
        if (!HasSeveralSplits())
            return found;
        for (var image = 0; image < Data.Images.Count; image++)
        {
            if (Facts.Splits.OfImage(image) is not { } split || KeyOf(image) is not { } key)
                continue;
            if (!first.TryGetValue(key, out var others))
                first.Add(key, others = []);
            if (others.Exists(other => SplitOf(other) == split))
                continue;
            foreach (var other in others)
            {
                var splits = (SplitOf(other), split);
                if (!found.TryGetValue(splits, out var shared))
                    found.Add(splits, shared = []);
                shared.Add(new(image, other));
            }

            others.Add(image);
        }

        return found;
    }
}
