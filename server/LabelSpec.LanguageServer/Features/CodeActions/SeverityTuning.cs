using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>Changes how much the violations of a rule, or the findings of a check, matter: in place.</summary>
static class SeverityTuning
{
    static readonly string[] OfRules = ["error", "warning", "info", "hint"];

    static readonly string[] OfChecks = [.. OfRules, "off"];

    public static IEnumerable<GuidelineAction> At(GuidelineAnalysis analysis, int offset)
    {
        var (name, clause, choices) = analysis.Tree.PathAt(offset).OfType<Declaration>().LastOrDefault() switch
        {
            RuleDeclaration rule => (rule.Name, rule.Severity, OfRules),
            CheckDeclaration check => (check.Name, check.Severity, OfChecks),
            _ => (null, null, OfRules),
        };
        if (name is null || name.IsMissing || !Header(analysis, name, clause).Touches(offset))
            yield break;
        var current = clause?.ToText().Trim(':', ' ') ?? "error";
        foreach (var severity in choices.Where(choice => choice != current))
            yield return new GuidelineAction(
                $"Change the severity to {severity}",
                ActionKinds.Rewrite,
                [
                    (
                        analysis.Path,
                        clause is null
                            ? new TextSpan(analysis.Tree.SpanOf(name).End, 0)
                            : TextSpan.FromBounds(analysis.Tree.SpanOf(name).End, analysis.Tree.SpanOf(clause).End),
                        $": {severity}"
                    ),
                ]
            );
    }

    static TextSpan Header(GuidelineAnalysis analysis, Name name, SeverityClause? clause) =>
        clause is null ? analysis.Tree.SpanOf(name) : analysis.Tree.SpanOf(name).Union(analysis.Tree.SpanOf(clause));
}
