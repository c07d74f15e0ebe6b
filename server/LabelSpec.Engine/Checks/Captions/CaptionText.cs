using System.Text.RegularExpressions;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Captions;

/// <summary>A caption with what is no language: a web address, HTML, or characters that a broken encoding leaves.</summary>
sealed partial class CaptionText(CheckContext context) : ColumnCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3802", "caption_text", "Caption holds what is no text", Severity.Info);

    public override void Judge(int first, int end, CheckReport report)
    {
        for (var row = first; row < end; row++)
        {
            if (Rows.Shapes[row] != ShapeKind.Caption)
                continue;
            report.Judged();
            if (Find(row, out _) is not null)
                report.Violated(Violation.OfAnnotation(row));
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var what = Find(violation.Subject, out var text);
        return new($"The caption holds {what}: \"{text}\".")
        {
            Field = new Field(FieldKind.Caption),
            Values = [new DecidingValue("found", text)],
        };
    }

    string? Find(int row, out string text)
    {
        var caption = Data.ReadCaption(row) ?? "";
        foreach (var (pattern, what) in Patterns)
            if (pattern.Match(caption) is { Success: true } match)
            {
                text = match.Value;
                return what;
            }

        text = "";
        return null;
    }

    static readonly (Regex Pattern, string What)[] Patterns =
    [
        (WebAddress(), "a web address"),
        (Markup(), "HTML"),
        (Replacement(), "a character that a wrong encoding leaves"),
    ];

    [GeneratedRegex(@"\b(https?://|www\.)\S{1,80}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WebAddress();

    [GeneratedRegex(
        @"</?[a-zA-Z][a-zA-Z0-9]{0,12}[^<>]{0,80}>|&(amp|lt|gt|quot|nbsp|#[0-9]{1,6});",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Markup();

    [GeneratedRegex("\uFFFD|Ã[\u0080-\u00BF]", RegexOptions.NonBacktracking)]
    private static partial Regex Replacement();
}
