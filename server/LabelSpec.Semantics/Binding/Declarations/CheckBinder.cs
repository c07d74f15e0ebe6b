using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Semantics.Binding.Declarations;

/// <summary>Binds <c>check CODE: severity { … }</c>.</summary>
internal sealed class CheckBinder(BindingServices services, CompilationOptions options)
{
    public List<CheckTuning> Checks { get; } = [];

    public void Bind(CheckDeclaration node, BindingSite site)
    {
        if (node.Name.IsMissing)
        {
            return;
        }
        var known = Find(node, site);
        if (known is null && options.KnownChecks is not null)
        {
            return;
        }
        var scope = node.Members.OfType<CheckScopeMember>().FirstOrDefault();
        var severity = node.Severity?.Severity;
        Checks.Add(
            new CheckTuning(
                node.Name.Value,
                severity is { } changed and not RuleSeverity.Off ? Severities.Of(changed) : null,
                severity == RuleSeverity.Off,
                scope is null ? null : services.ClassSets.Bind(scope.Classes, site),
                BindOptions(node, known, site),
                site.SpanOf(node.Name),
                site.SpanOf(node)
            )
        );
    }

    private KnownCheck? Find(CheckDeclaration node, BindingSite site)
    {
        if (options.KnownChecks is null)
        {
            return null;
        }
        var name = node.Name.Value;
        foreach (var check in options.KnownChecks)
        {
            if (check.Code == name || check.Name == name)
            {
                return check;
            }
        }
        var span = site.SpanOf(node.Name);
        var suggestion = Suggestion.For(
            name,
            options.KnownChecks.SelectMany(check => new[] { check.Code, check.Name }),
            span
        );
        site.Bag.Report(
            SemanticDiagnostics.UnknownCheck,
            span,
            $"There is no built-in check `{name}`{suggestion.Question}",
            suggestion.Fixes
        );
        return null;
    }

    private ImmutableArray<CheckOption> BindOptions(CheckDeclaration node, KnownCheck? known, BindingSite site)
    {
        var bound = ImmutableArray.CreateBuilder<CheckOption>();
        foreach (var setting in node.Members.OfType<SettingMember>())
        {
            if (setting.Name.IsMissing)
            {
                continue;
            }
            if (known is { Settings.IsDefault: false } && !known.Settings.Contains(setting.Name.Value))
            {
                ReportUnknown(setting, known, site);
                continue;
            }
            var (value, unit) = BindValue(setting.Value, site);
            bound.Add(new CheckOption(setting.Name.Value, value, unit, site.SpanOf(setting)));
        }
        return bound.DrainToImmutable();
    }

    private static void ReportUnknown(SettingMember setting, KnownCheck known, BindingSite site)
    {
        var span = site.SpanOf(setting.Name);
        var suggestion = Suggestion.For(setting.Name.Value, known.Settings, span);
        site.Bag.Report(
            SemanticDiagnostics.UnknownSetting,
            span,
            $"`{known.Name}` has no setting `{setting.Name.Value}`"
                + (
                    suggestion.Name is not null ? suggestion.Question
                    : known.Settings.IsEmpty ? ": it has none at all"
                    : ": write " + TypeText.Choices(known.Settings)
                ),
            suggestion.Fixes
        );
    }

    private (AttributeValue? Value, Unit Unit) BindValue(Expression? node, BindingSite site)
    {
        if (node is null)
        {
            return (null, Unit.Number);
        }
        switch (Syntaxes.WithoutParentheses(node))
        {
            case BooleanLiteral literal:
                return (new BoolValue(literal.Value), Unit.Number);
            case StringLiteral literal:
                return (new TextValue(literal.Value), Unit.Number);
            case NameExpression name when !services.Table.Lets.ContainsKey(name.Name.Value):
                return (new TextValue(name.Name.Value), Unit.Number);
            case SetExpression set:
                return (new SetValue([.. set.Items.Select(item => item.ToText())]), Unit.Number);
            default:
                var bound = services.Expressions.BindValue(node, new Scope(site, ScopeKind.Constant));
                return bound.Type is NumberType number && Analysis.RangeEvaluator.ConstantOf(bound) is { } value
                    ? (new NumberValue(value), number.Unit)
                    : (null, Unit.Number);
        }
    }
}
