using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Classes;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Rules;

/// <summary>Binds <c>fix</c> clauses.</summary>
internal sealed class FixBinder(ExpressionBinder expressions)
{
    /// <summary>The fix, or null (reported) if it cannot be applied.</summary>
    public RuleFix? Bind(FixMember node, Scope scope)
    {
        var span = scope.Site.SpanOf(node);
        var title = node.Title?.Value;
        return node.Fix switch
        {
            SetFix set => BindSet(set, title, span, scope),
            ActionFix action => BindAction(action, title, span, scope),
            _ => null,
        };
    }

    private static RuleFix? BindAction(ActionFix node, string? title, SourceSpan span, Scope scope)
    {
        var targets = new List<VariableSymbol>(node.Targets.Count);
        foreach (var name in node.Targets)
        {
            if (name.IsMissing || BindTarget(name, scope) is not { } target)
            {
                return null;
            }
            targets.Add(target);
        }
        var needed = node.Action == FixAction.Merge ? 2 : 1;
        if (targets.Count < needed || (needed == 1 && targets.Count > 1))
        {
            Report(
                span,
                needed == 1
                    ? "This fix changes one annotation: write one `fix` for each"
                    : "At least two annotations are merged: write `merge a, b`",
                scope
            );
            return null;
        }
        return node.Action switch
        {
            FixAction.Remove => new RemoveFix(targets[0], title, span),
            FixAction.Clip => new ClipFix(targets[0], title, span),
            FixAction.Fill => new FillFix(targets[0], title, span),
            _ => new MergeFix([.. targets], title, span),
        };
    }

    private static VariableSymbol? BindTarget(Name name, Scope scope)
    {
        var span = scope.Site.SpanOf(name);
        if (scope.Find(name.Value) is BoundVariable { Variable: var variable })
        {
            scope.Site.Use(variable, name);
            if (variable.Type is AnnotationType or ErrorType)
            {
                return variable.Type.IsError ? null : variable;
            }
            Report(
                span,
                $"`{name.Value}` is {TypeText.Describe(variable.Type)}: only single annotations can be fixed",
                scope
            );
            return null;
        }
        var suggestion = Suggestion.For(name.Value, scope.Names().Select(visible => visible.Name), span);
        scope.Site.Bag.Report(
            SemanticDiagnostics.UnknownName,
            span,
            $"The rule binds no annotation `{name.Value}`{suggestion.Question}",
            suggestion.Fixes
        );
        return null;
    }

    private RuleFix? BindSet(Grammar.Syntax.SetFix node, string? title, SourceSpan span, Scope scope)
    {
        var target = expressions.BindValue(node.Target, scope);
        switch (target)
        {
            case BoundAnnotationMember
            {
                Member: AnnotationMember.Class,
                Target: BoundVariable { Variable: var variable }
            }:
                return BindSetClass(node, variable, title, span, scope);
            case BoundAttribute { Target: BoundVariable { Variable: var variable } } attribute:
                return BindSetAttribute(node, attribute, variable, title, span, scope);
            case BoundAttribute { Target: BoundImage } attribute:
                return BindSetAttribute(node, attribute, null, title, span, scope);
            case { Type: ErrorType }:
                return null;
            default:
                Report(
                    scope.Site.SpanOf(node.Target),
                    $"`{TypeText.Quote(node.Target)}` cannot be set: a fix sets the class or an attribute of a bound annotation, or an attribute of the image",
                    scope
                );
                return null;
        }
    }

    private SetClassFix? BindSetClass(
        Grammar.Syntax.SetFix node,
        VariableSymbol target,
        string? title,
        SourceSpan span,
        Scope scope
    )
    {
        if (Syntaxes.WithoutParentheses(node.Value) is not NameExpression { Name: var name })
        {
            Report(scope.Site.SpanOf(node.Value), "A class is set by its name: write `set a.class = car`", scope);
            return null;
        }
        if (expressions.ClassSets.BindClass(name, scope.Site) is not { } symbol)
        {
            return null;
        }
        ProseBinder.ReportUnusable(symbol, scope.Site.SpanOf(name), scope.Site);
        return symbol.IsAbstract ? null : new SetClassFix(target, symbol, title, span);
    }

    private SetAttributeFix? BindSetAttribute(
        Grammar.Syntax.SetFix node,
        BoundAttribute attribute,
        VariableSymbol? target,
        string? title,
        SourceSpan span,
        Scope scope
    )
    {
        var value = expressions.BindValue(node.Value, scope, attribute.Type);
        if (value.Type.IsError)
        {
            return null;
        }
        if (!Fits(value, attribute))
        {
            Report(
                scope.Site.SpanOf(node.Value),
                $"`{attribute.Name}` is {TypeText.Describe(attribute.Type)}, and `{TypeText.Quote(node.Value)}` is {TypeText.Describe(value.Type)}",
                scope
            );
            return null;
        }
        return new SetAttributeFix(target, attribute.Name, value, title, span);
    }

    private static bool Fits(BoundExpression value, BoundAttribute attribute) =>
        (attribute.Type, value.Type) switch
        {
            (NumberType, NumberType) => UnitNames.Fit(attribute, value),
            (EnumType, EnumType) => true,
            (TextType, TextType or EnumType) => true,
            (SetType, EnumType) => true,
            (AnnotationType, AnnotationType) => true,
            var (wanted, given) => wanted == given,
        };

    private static void Report(SourceSpan span, string message, Scope scope) =>
        scope.Site.Bag.Report(SemanticDiagnostics.InvalidFix, span, message);
}
