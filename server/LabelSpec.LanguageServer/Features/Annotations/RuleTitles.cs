using LabelSpec.Engine.Checks;
using LabelSpec.Reports.Help;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>What rules and checks are called in headings.</summary>
static class RuleTitles
{
    public static string Of(Guideline? guideline, string rule)
    {
        if (guideline?.Rules.FirstOrDefault(symbol => symbol.Name == rule) is { } found)
            return found.Documentation?.Trim().Split('\n', 2)[0].Trim() is { Length: > 0 } title ? title : rule;
        return CheckCatalogue.All.FirstOrDefault(check => check.Code == rule)?.Title
            ?? WithoutCode(DiagnosticPages.Instance.Find(rule)?.Title, rule)
            ?? rule;
    }

    /// <summary>The heading of a page begins with its code, which stands beside the title wherever that is shown.</summary>
    static string? WithoutCode(string? heading, string code) =>
        heading?.StartsWith(code + ": ", StringComparison.Ordinal) == true ? heading[(code.Length + 2)..] : heading;

    /// <summary>The page of a code, or the documentation of a rule with its text.</summary>
    public static string? PageOf(Guideline? guideline, string rule)
    {
        if (DiagnosticPages.Instance.Find(rule) is { } page)
            return page.Markdown;
        if (guideline?.Rules.FirstOrDefault(symbol => symbol.Name == rule) is not { } found)
            return null;
        var documentation = found.Documentation?.Trim() is { Length: > 0 } text ? text + "\n\n" : "";
        return $"{documentation}```labelspec\n{found.Origin.Span.Text.Trim()}\n```";
    }
}
