using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Analysis;
using LabelSpec.Semantics.Binding.Classes;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Binding.Rules;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Declarations;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Binding.Declarations;

/// <summary>Binds <c>distinguish A from B</c>; <c>never both</c> becomes a rule over pairs.</summary>
internal sealed class DistinguishBinder(BindingServices services, RuleList rules)
{
    public List<DistinguishSymbol> Distinctions { get; } = [];

    public void Bind(DistinguishDeclaration node, BindingSite site)
    {
        var first = services.ClassSets.BindClass(node.First, site);
        var others = node
            .Others.Select(name => services.ClassSets.BindClass(name, site))
            .OfType<ClassSymbol>()
            .ToImmutableArray();
        if (first is null || others.IsEmpty)
        {
            return;
        }
        var span = site.SpanOf(node);
        var all = services.ClassSets.Of(
            symbol =>
                first.ConcreteDescendants.Contains(symbol)
                || others.Any(other => other.ConcreteDescendants.Contains(symbol)),
            $"{first.Name} | {string.Join(" | ", others.Select(other => other.Name))}"
        );
        var self = Lowering.Variable("self", all, span);
        var scope = ConditionBinder.ClassScope(self, span, site);
        site.Index?.Scopes.Add((span, scope));
        var prose = ImmutableArray.CreateBuilder<string>();
        ClassSymbol? otherwise = null;
        double? neverBoth = null;
        foreach (var member in node.Members)
        {
            switch (member)
            {
                case ProseMember text:
                    prose.Add(text.Text.Value);
                    break;
                case OtherwiseMember last:
                    otherwise = BindChoice(last.Class, first, others, site);
                    break;
                case NeverBothMember never when services.Constants.BindShare(never.Limit, site) is { } share:
                    neverBoth = share;
                    LowerNeverBoth(never, first, others, share, site);
                    break;
                default:
                    break;
            }
        }
        Distinctions.Add(
            new DistinguishSymbol(
                first,
                others,
                self,
                prose.DrainToImmutable(),
                BindChoices(node, first, others, scope),
                otherwise,
                neverBoth,
                services.Examples.Bind(node.Members, null, null, site).Examples,
                services.Questions.Bind(node.Members, all, site),
                Documentation.TextOf(node.Documentation),
                span
            )
        );
    }

    private ImmutableArray<DistinguishChoice> BindChoices(
        DistinguishDeclaration node,
        ClassSymbol first,
        ImmutableArray<ClassSymbol> others,
        Scope scope
    )
    {
        var choices = ImmutableArray.CreateBuilder<DistinguishChoice>();
        var facts = Facts.None;
        Member? last = null;
        foreach (var member in node.Members)
        {
            if (last is not null && member is ChooseMember or OtherwiseMember)
            {
                scope.Site.Bag.Report(
                    SemanticDiagnostics.UnreachableChoice,
                    scope.Site.SpanOf(member),
                    "What stands above decides every case, so this is never reached: move it up, or remove it",
                    related: [new RelatedPlace(scope.Site.SpanOf(last), "This decides every case")],
                    tags: DiagnosticTags.Unnecessary
                );
            }
            switch (member)
            {
                case ChooseMember choose when BindChoice(choose.Class, first, others, scope.Site) is { } symbol:
                    var condition = choose.Condition is null
                        ? null
                        : services.Expressions.BindCondition(choose.Condition, scope);
                    if (condition is { Type.IsError: false })
                    {
                        last ??= CheckReach(choose, condition, facts, scope);
                        facts = facts.Assume(condition, false);
                    }
                    choices.Add(
                        new DistinguishChoice(
                            symbol,
                            condition is BoundError ? null : condition,
                            choose.Prose?.Value,
                            scope.Site.SpanOf(choose)
                        )
                    );
                    break;
                case OtherwiseMember:
                    last ??= member;
                    break;
                default:
                    break;
            }
        }
        return choices.DrainToImmutable();
    }

    /// <returns>The choice, if it decides every case that reaches it.</returns>
    private static ChooseMember? CheckReach(ChooseMember node, BoundExpression condition, Facts facts, Scope scope)
    {
        var truth = TruthEvaluator.TruthOf(condition, facts);
        if (truth == Truth.CanBeTrue)
        {
            return node;
        }
        if (truth == Truth.CanBeFalse)
        {
            scope.Site.Bag.Report(
                SemanticDiagnostics.UnreachableChoice,
                scope.Site.SpanOf(node),
                "No case that reaches this choice satisfies its condition: check the choices above",
                tags: DiagnosticTags.Unnecessary
            );
        }
        return null;
    }

    private ClassSymbol? BindChoice(Name name, ClassSymbol first, ImmutableArray<ClassSymbol> others, BindingSite site)
    {
        if (services.ClassSets.BindClass(name, site) is not { } symbol)
        {
            return null;
        }
        if (!symbol.IsA(first) && !others.Any(symbol.IsA))
        {
            site.Bag.Report(
                SemanticDiagnostics.WrongType,
                site.SpanOf(name),
                $"`{symbol.Name}` is none of the classes that are told apart here: write {TypeText.Choices([first.Name, .. others.Select(other => other.Name)])}"
            );
            return null;
        }
        ProseBinder.ReportUnusable(symbol, site.SpanOf(name), site);
        return symbol;
    }

    private void LowerNeverBoth(
        NeverBothMember node,
        ClassSymbol first,
        ImmutableArray<ClassSymbol> others,
        double share,
        BindingSite site
    )
    {
        var span = site.SpanOf(node);
        foreach (var other in others)
        {
            var a = Lowering.Variable("a", first.ConcreteDescendants, span);
            var b = Lowering.Variable("b", other.ConcreteDescendants, span);
            var overlap = new BoundCall(
                node.Measure == Grammar.Syntax.OverlapMeasure.Mask ? BuiltInFunction.Overlap : BuiltInFunction.Iou,
                [Lowering.Use(a, span), Lowering.Use(b, span)],
                NumberType.Ratio,
                span
            );
            rules.Add(
                new RuleSymbol(
                    rules.FreeName($"distinguish.{first.Name}.{other.Name}"),
                    new UnorderedPairBinder(a, b),
                    new RuleOrigin(RuleOriginKind.Distinguish, null, null, span),
                    span,
                    span
                )
                {
                    Documentation = Documentation.TextOf(node.Documentation),
                    Assertions =
                    [
                        Lowering.Forbid(
                            Lowering.Compare(
                                overlap,
                                ComparisonOperator.Greater,
                                Lowering.Number(share, NumberType.Ratio, span),
                                span
                            ),
                            span
                        ),
                    ],
                    Message = Lowering.OverlapMessage(
                        span,
                        a,
                        b,
                        overlap,
                        $": they are one object, either {first.Label} or {other.Label}"
                    ),
                }
            );
        }
    }
}
