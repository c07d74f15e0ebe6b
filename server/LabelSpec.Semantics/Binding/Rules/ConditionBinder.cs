using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Binding.Rules;

/// <summary>Binds <c>when</c> and <c>unless</c> behind limits and parts.</summary>
internal sealed class ConditionBinder(ExpressionBinder expressions)
{
    /// <summary>The scope inside of a class: its attributes are named bare, the annotation itself is <c>self</c>.</summary>
    public static Scope ClassScope(VariableSymbol self, SourceSpan span, BindingSite site) =>
        new Scope(site, ScopeKind.Annotation)
            .WithImage(new BoundImage(span))
            .With(self)
            .WithSelf(new BoundVariable(self, span));

    public (BoundExpression? Where, ImmutableArray<RuleException> Exceptions) Bind(
        IReadOnlyList<ConditionClause> nodes,
        VariableSymbol self,
        BindingSite site
    ) => nodes.Count == 0 ? (null, []) : Bind(nodes, ClassScope(self, self.NameSpan, site));

    public (BoundExpression? Where, ImmutableArray<RuleException> Exceptions) Bind(
        IReadOnlyList<ConditionClause> nodes,
        RuleBinder binder,
        BindingSite site
    )
    {
        if (nodes.Count == 0)
        {
            return (null, []);
        }
        var scope = binder switch
        {
            DatasetBinder => new Scope(site, ScopeKind.Dataset),
            TrackBinder track => new Scope(site, ScopeKind.Track).With(track.Variable),
            _ => new Scope(site, ScopeKind.Image).WithImage(new BoundImage(site.SpanOf(nodes[0]))),
        };
        return Bind(nodes, scope);
    }

    private (BoundExpression? Where, ImmutableArray<RuleException> Exceptions) Bind(
        IReadOnlyList<ConditionClause> nodes,
        Scope scope
    )
    {
        BoundExpression? where = null;
        var exceptions = ImmutableArray.CreateBuilder<RuleException>(0);
        foreach (var node in nodes)
        {
            var condition = expressions.BindCondition(node.Condition, scope);
            if (condition.Type.IsError)
            {
                // A limit whose exception is wrong would be too strict: it is left out until the exception is right.
                where = new BoundBool(false, condition.Span);
            }
            else if (node.IsUnless)
            {
                exceptions.Add(new RuleException(condition, node.Reason?.Value, scope.Site.SpanOf(node)));
            }
            else
            {
                where = where is null ? condition : new BoundLogic(where, LogicOperator.And, condition, condition.Span);
            }
        }
        return (where, exceptions.DrainToImmutable());
    }
}
