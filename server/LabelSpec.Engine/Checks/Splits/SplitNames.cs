using System.Collections.Immutable;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Splits;

/// <summary>
/// Names of splits that cannot be names of folders and files, which most formats make of them, or that YOLO's data files use for
/// something else.
/// </summary>
sealed class SplitNames(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5036", "split_names", "Name of a split cannot be used", Severity.Warning);

    static readonly ImmutableArray<string> Reserved = ["names", "nc", "path", "classes", "backup", ".", ".."];

    static readonly char[] Separators = ['/', '\\', ':'];

    internal override bool IsAboutImagesAlone => true;

    public override void Judge(CheckReport report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var image = 0; image < Data.Images.Count; image++)
        {
            if (Facts.Splits.OfImage(image) is not { } split || !seen.Add(split))
                continue;
            report.Judged();
            if (ProblemOf(split) is not null)
                report.Violated(Violation.OfImage(image));
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var split = Facts.Splits.OfImage(violation.Subject)!;
        return new($"The split \"{split}\" {ProblemOf(split)}; call it otherwise.")
        {
            Values = [new DecidingValue("split", split)],
        };
    }

    static string? ProblemOf(string split) =>
        split.IndexOfAny(Separators) >= 0
            ? "has a separator of paths in its name, so that its files land in another folder"
        : Reserved.Contains(split, StringComparer.OrdinalIgnoreCase)
            ? "has a name that data files keep for something else"
        : split.Trim() != split ? "begins or ends with a blank"
        : null;
}
