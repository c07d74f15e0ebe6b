using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Analysis;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Binding.Rules;

/// <summary>Binds <c>rule</c> declarations, also those in <c>when</c> blocks.</summary>
internal sealed class RuleDeclarationBinder(BindingServices services, RuleList rules)
{
    private readonly RuleBinderBinder binders = new(services.Expressions);
    private readonly MessageBinder messages = new(services.Expressions);
    private readonly FixBinder fixes = new(services.Expressions);

    /// <summary>Binds the rules of a <c>when</c> block; conditions of outer blocks come first.</summary>
    public void Bind(WhenDeclaration node, ImmutableArray<Expression> outer, BindingSite site)
    {
        var scope = new Scope(site, ScopeKind.Image).WithImage(new BoundImage(site.SpanOf(node)));
        site.Index?.Scopes.Add((site.SpanOf(node), scope));
        var condition = services.Expressions.BindCondition(node.Condition, scope);
        if (!condition.Type.IsError)
        {
            ConditionAnalysis.ReportConstant(condition, Facts.None, site.Bag);
        }
        var guards = outer.Add(node.Condition);
        foreach (var declaration in node.Declarations)
        {
            if (declaration is RuleDeclaration rule)
            {
                Bind(rule, guards, site);
            }
            else if (declaration is WhenDeclaration inner)
            {
                Bind(inner, guards, site);
            }
        }
    }

    public void Bind(RuleDeclaration node, ImmutableArray<Expression> guards, BindingSite site)
    {
        if (node.Name.IsMissing)
        {
            return;
        }
        var errors = site.Bag.ErrorCount;
        var clauses = RuleClauses.Of(node, site);
        var (binder, scope) = clauses.For is null
            ? (null, new Scope(site, ScopeKind.Let).WithImage(new BoundImage(site.SpanOf(node))))
            : binders.Bind(clauses.For.Binder, site);
        site.Index?.Scopes.Add((site.SpanOf(node), scope));
        var rule = BindClauses(node, clauses, binder ?? new ImageBinder(), scope, guards, site);
        rules.Declare(rule, site);
        var isComplete = binder is not null && clauses.Assertions.Count > 0 && !clauses.HasSyntaxErrors;
        if (
            site.Bag.ErrorCount != errors
            || HasErrors(rule)
            || !isComplete
            || node.Severity?.Severity == RuleSeverity.Off
        )
        {
            return;
        }
        rules.Rules.Add(rule);
        RuleAnalysis.Check(rule, site.Bag);
        ReportUnused(rule, site);
    }

    private RuleSymbol BindClauses(
        RuleDeclaration node,
        RuleClauses clauses,
        RuleBinder binder,
        Scope scope,
        ImmutableArray<Expression> guards,
        BindingSite site
    )
    {
        var where = BindGuards(guards, scope);
        if (clauses.For?.Where is { } condition)
        {
            var own = services.Expressions.BindCondition(condition, scope);
            where = where is null ? own : new BoundLogic(where, LogicOperator.And, own, own.Span);
        }
        var (examples, counterexamples) = services.Examples.Bind(node.Members, null, null, site);
        return new RuleSymbol(
            node.Name.Value,
            binder,
            new RuleOrigin(RuleOriginKind.Rule, null, null, site.SpanOf(node)),
            site.SpanOf(node.Name),
            site.SpanOf(node)
        )
        {
            Documentation = Documentation.TextOf(node.Documentation),
            Severity = node.Severity is null or { Severity: RuleSeverity.Off }
                ? Severity.Error
                : Severities.Of(node.Severity.Severity),
            Where = where,
            Exceptions =
            [
                .. clauses.Exceptions.Select(clause => new RuleException(
                    services.Expressions.BindCondition(clause.Condition, scope),
                    clause.Reason?.Value,
                    site.SpanOf(clause)
                )),
            ],
            Assertions = [.. clauses.Assertions.Select(clause => BindAssertion(clause, scope))],
            Message = clauses.Message is null ? null : messages.Bind(clauses.Message.Template, scope),
            Fixes = [.. clauses.Fixes.Select(clause => fixes.Bind(clause, scope)).OfType<RuleFix>()],
            Since = services.Versions.Check(clauses.Since?.Version, site),
            Examples = examples,
            Counterexamples = counterexamples,
            Questions = services.Questions.Bind(node.Members, null, site),
        };
    }

    private RuleAssertion BindAssertion(Member clause, Scope scope)
    {
        var (isForbidden, condition) = clause is ForbidMember forbid
            ? (true, forbid.Condition)
            : (false, ((RequireMember)clause).Condition);
        return new RuleAssertion(
            isForbidden,
            services.Expressions.BindCondition(condition, scope),
            scope.Site.SpanOf(clause)
        );
    }

    /// <summary>The conditions of <c>when</c> blocks, in the scope of the rule: <c>image</c> is that of its first annotation.</summary>
    private BoundExpression? BindGuards(ImmutableArray<Expression> guards, Scope scope)
    {
        BoundExpression? where = null;
        foreach (var guard in guards)
        {
            var quiet = scope.WithoutVariables();
            var bound = services.Expressions.BindCondition(guard, quiet);
            where = where is null ? bound : new BoundLogic(where, LogicOperator.And, bound, bound.Span);
        }
        return where;
    }

    private static bool HasErrors(RuleSymbol rule) =>
        rule.Where?.Type.IsError == true
        || rule.Exceptions.Any(exception => exception.Condition.Type.IsError)
        || rule.Assertions.Any(assertion => assertion.Condition.Type.IsError)
        || rule.Where is BoundLogic { } logic && (logic.Left.Type.IsError || logic.Right.Type.IsError);

    private static void ReportUnused(RuleSymbol rule, BindingSite site)
    {
        // A step speaks of both ends by itself: `changes(a.color)`.
        foreach (var variable in rule.Binder is StepBinder ? [] : RuleAnalysis.VariablesOf(rule.Binder))
        {
            if (site.Index?.IsUsed(variable) == false)
            {
                site.Bag.Report(
                    SemanticDiagnostics.UnusedVariable,
                    variable.NameSpan,
                    $"`{rule.Name}` does not say anything about `{variable.Name}`"
                        + (
                            rule.Binder is EachBinder or TrackBinder or GroupBinder
                                ? ": write `for image` to judge each image once"
                                : ""
                        )
                );
            }
        }
    }
}
