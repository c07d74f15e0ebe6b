using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Attributes;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>`when` and `unless` behind a limit as clauses of a rule: what a class names bare belongs to the variable `a` there.</summary>
static class ConditionsAsClauses
{
    public static (string Where, IReadOnlyList<string> Unless) Of(
        GuidelineAnalysis analysis,
        IReadOnlyList<ConditionClause> conditions
    )
    {
        var wheres = conditions.Where(one => !one.IsUnless).Select(one => Text(analysis, one.Condition)).ToList();
        var where = wheres.Count switch
        {
            0 => "",
            1 => " where " + wheres[0],
            _ => " where " + string.Join(" and ", wheres.Select(one => $"({one})")),
        };
        return (
            where,
            [
                .. conditions
                    .Where(one => one.IsUnless)
                    .Select(one =>
                        $"unless {Text(analysis, one.Condition)}" + (one.Reason is { } why ? " " + why.ToText() : "")
                    ),
            ]
        );
    }

    static string Text(GuidelineAnalysis analysis, Expression condition) =>
        TextEdit.Apply(
            condition.ToText(),
            NamesIn(condition)
                .Select(name =>
                    (
                        name.Span,
                        New: name.Name.Value == "self" ? "a"
                        : IsOwn(analysis, name) ? $"a.{name.ToText()}"
                        : null
                    )
                )
                .Where(name => name.New is not null)
                .Select(name => new TextEdit(name.Span.Shift(-condition.Span.Start), name.New!))
        );

    static IEnumerable<NameExpression> NamesIn(SyntaxNode node) =>
        node is NameExpression name ? [name] : node.Children.SelectMany(NamesIn);

    /// <summary>An attribute, or a member that every annotation has and nothing of the guideline hides.</summary>
    static bool IsOwn(GuidelineAnalysis analysis, NameExpression name)
    {
        var symbols = analysis
            .Compilation.Index.At(analysis.File, analysis.Tree.SpanOf(name).Start)
            .Where(found => found.Span.Start == analysis.Tree.SpanOf(name).Start)
            .ToList();
        return symbols.Count > 0
            ? symbols.Exists(found => found.Symbol is AttributeSymbol)
            : name.Name.Value != "image" && AnnotationMembers.All.Any(member => member.Name == name.Name.Value);
    }
}
