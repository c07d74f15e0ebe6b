using LabelSpec.Engine.Findings;
using LabelSpec.Reports.Help;

namespace LabelSpec.Reports.Text;

/// <summary>Writes single findings and the closing line of a group.</summary>
sealed class FindingWriter(TextWriter writer, ReportContext context)
{
    const int LongestMessage = 1000;
    const int LongestName = 300;

    const string Indent = "    ";

    readonly Palette _palette = new(context.Colour);
    readonly SourceLines _sources = new(context.Root);

    /// <summary>A finding about annotations: headline, values, related places, the recommended fix.</summary>
    public void Write(Finding finding)
    {
        WriteHeadline(finding);
        WriteDetail(string.Join(" · ", Facts(finding)));
        foreach (var place in finding.Related)
            WriteDetail($"{PositionOf(place.Location)}: {Printable.Of(place.Message)}");
        WriteFix(finding);
    }

    /// <summary>A finding about the guideline: the same, with the line of source that it is about.</summary>
    public void WriteWithExcerpt(Finding finding)
    {
        WriteHeadline(finding);
        WriteExcerpt(finding.Location);
        foreach (var place in finding.Related)
        {
            WriteDetail($"{PositionOf(place.Location)}: {Printable.Of(place.Message)}");
            WriteExcerpt(place.Location);
        }

        WriteFix(finding);
        if (WhyOf(finding.HelpTopic) is { } why)
            WriteDetail(why);
        writer.WriteLine();
    }

    /// <summary>What else there is to say about a group: hidden findings, how to repair, where to read more.</summary>
    public void WriteGroupEnd(FindingGroup group, Finding first)
    {
        List<string> hints = [];
        if (group.Hidden > 0)
            hints.Add($"… {Count.Of(group.Hidden)} more of {group.Rule} (--max 0 shows all)");
        if (!first.Fixes.IsEmpty)
            hints.Add($"repair: labelspec fix --rule {group.Rule}");
        if (WhyOf(first.HelpTopic) is { } why)
            hints.Add(why);
        foreach (var hint in hints)
            WriteDetail(hint);
        writer.WriteLine();
    }

    /// <summary>Codes have pages; a rule of a guideline is explained by the words above it, where it has some.</summary>
    string? WhyOf(string topic) =>
        DiagnosticPages.Instance.Find(topic) is not null ? $"why: labelspec explain {topic}"
        : context.Help.Find(topic) is { } rule && rule.Title != topic ? $"why: {Printable.Of(rule.Title)}"
        : null;

    void WriteHeadline(Finding finding)
    {
        var position = $"{PositionOf(finding.Location)}:";
        var severity = SeverityName.Of(finding.Severity);
        var message = Shown(finding.Message, LongestMessage);
        var start = $"{position} {severity}[{finding.Rule}] ";
        writer.Write(_palette.Bold(position));
        writer.Write(' ');
        writer.Write(_palette.Of(finding.Severity, $"{severity}[{finding.Rule}]"));
        writer.Write(' ');
        writer.WriteLine(Wrapping.Wrap(message, context.Width, start.Length, Indent));
    }

    static IEnumerable<string> Facts(Finding finding)
    {
        if (!finding.Values.IsEmpty)
            yield return Shown(string.Join(", ", finding.Values), LongestMessage);
        if (finding.Image is { } image)
            yield return "image " + Shown(image, LongestName);
        if (finding.Annotation is { } annotation)
            yield return "annotation " + Shown(annotation, LongestName);
    }

    // A file may hold a name of a million letters; reports for programs have it whole.
    static string Shown(string text, int most) =>
        Printable.Of(text.Length <= most ? text : $"{text.AsSpan(0, most)}… ({text.Length} characters)");

    void WriteFix(Finding finding)
    {
        if (finding.Fixes is [var recommended, ..])
            WriteDetail("fix: " + Printable.Of(recommended.Title));
    }

    void WriteExcerpt(Location location)
    {
        if (_sources.Find(location) is not { } line)
            return;
        var excerpt = SourceExcerpt.Of(line, location, context.Width);
        var number = excerpt.LineNumber.ToString();
        var margin = new string(' ', number.Length);
        writer.WriteLine($"{Indent}{_palette.Accent($"{margin} |")}");
        writer.WriteLine($"{Indent}{_palette.Accent($"{number} |")} {excerpt.Text}");
        writer.WriteLine($"{Indent}{_palette.Accent($"{margin} |")} {_palette.Accent(excerpt.Underline)}");
    }

    void WriteDetail(string text)
    {
        if (text.Length == 0)
            return;
        writer.Write(Indent);
        writer.WriteLine(_palette.Dim(Wrapping.Wrap(text, context.Width, Indent.Length, Indent + "  ")));
    }

    static string PositionOf(Location location) => $"{Printable.Of(location.File)}:{location.Line}:{location.Column}";
}
