using LabelSpec.Reports.Help;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Cli.Checking;

/// <summary>Help on the rules of guidelines: their documentation and their text. Codes have pages of their own.</summary>
sealed class GuidelineHelp(IReadOnlyList<Guideline> guidelines) : IRuleHelp
{
    public RuleHelp? Find(string topic)
    {
        if (DiagnosticPages.Instance.Find(topic) is { } page)
            return page;
        var rule = guidelines.SelectMany(guideline => guideline.Rules).FirstOrDefault(rule => rule.Name == topic);
        return rule is null ? null : HelpOf(rule);
    }

    static RuleHelp HelpOf(RuleSymbol rule)
    {
        var documentation = rule.Documentation?.Trim() ?? "";
        var title = documentation.Length > 0 ? documentation.Split('\n', 2)[0].Trim() : rule.Name;
        var start = documentation.Length > 0 ? documentation + "\n\n" : "";
        return new RuleHelp(
            title,
            $"# {rule.Name}\n\n{start}```labelspec\n{rule.Origin.Span.Text.Trim()}\n```\n\n"
                + $"From {DisplayPath.Of(rule.Origin.Span.File.Path)}.\n"
        );
    }
}
