using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>Binds <c>exists</c>, <c>no</c>, <c>every</c>, <c>count</c> and the other aggregates.</summary>
internal sealed class QuantifierBinder(ExpressionBinder binder)
{
    public BoundExpression Bind(QuantifierExpression node, Scope scope)
    {
        var span = scope.Site.SpanOf(node);
        var (variable, domain, inner) = BindVariable(node.Variable, scope, span);
        var where = Condition(node.Where, inner);
        var satisfies = Condition(node.Satisfies, inner);
        return variable.Type.IsError || domain is null
            ? new BoundError(span)
            : new BoundQuantifier((QuantifierKind)(int)node.Quantifier, variable, where, satisfies, domain, span);
    }

    public BoundExpression BindAggregate(AggregateExpression node, Scope scope)
    {
        var span = scope.Site.SpanOf(node);
        var (variable, domain, inner) = BindVariable(node.Variable, scope, span);
        var where = Condition(node.Where, inner);
        var value = node.Selector is null ? null : binder.Bind(node.Selector, inner);
        if (value is { Type: not NumberType })
        {
            return ExpressionBinder.Mismatch(node.Selector!, value.Type, "a number", scope);
        }
        return variable.Type.IsError || domain is null
            ? new BoundError(span)
            : new BoundAggregate(
                (AggregateKind)(int)node.Aggregate,
                variable,
                value,
                where,
                domain,
                value?.Type as NumberType ?? NumberType.Count,
                span
            );
    }

    private BoundExpression? Condition(Expression? node, Scope scope) =>
        node is null ? null : ExpressionBinder.RequireBool(binder.Bind(node, scope, BoolType.Instance), node, scope);

    private (VariableSymbol Variable, BoundDomain? Domain, Scope Inner) BindVariable(
        Grammar.Syntax.BoundVariable node,
        Scope scope,
        Sources.SourceSpan span
    )
    {
        var domain = node.Domain is null ? scope.DefaultDomain : BindDomain(node.Domain, scope);
        var variable = new VariableSymbol(node.Name.Value, TypeOf(node, domain, scope), scope.Site.SpanOf(node.Name));
        scope.Site.Index?.Declare(variable);
        ReportHidden(variable, node.Name, scope);
        var inner = scope.With(variable);
        if (domain?.Kind == DomainKind.Images)
        {
            inner = inner.WithImage(new BoundVariable(variable, variable.NameSpan));
        }
        else if (domain?.Kind is DomainKind.Dataset or DomainKind.Track)
        {
            var self = new BoundVariable(variable, variable.NameSpan);
            inner = inner.WithImage(
                new BoundAnnotationMember(self, AnnotationMember.Image, ImageType.Instance, variable.NameSpan)
            );
        }
        scope.Site.Index?.Scopes.Add((span, inner));
        return (variable, domain, inner);
    }

    private LabelType TypeOf(Grammar.Syntax.BoundVariable node, BoundDomain? domain, Scope scope)
    {
        if (domain?.Kind == DomainKind.Images)
        {
            if (node.Classes is not null)
            {
                _ = binder.ClassSets.Bind(node.Classes, scope.Site);
                scope.Site.Bag.Report(
                    SemanticDiagnostics.WrongType,
                    scope.Site.SpanOf(node.Classes),
                    $"`{node.Name.Value}` ranges over images, which have no class: write `{node.Name.Value} in dataset.images`"
                );
                return ErrorType.Instance;
            }
            return ImageType.Instance;
        }
        var classes = node.Classes is null ? binder.ClassSets.Any : binder.ClassSets.Bind(node.Classes, scope.Site);
        return classes is null ? ErrorType.Instance : new AnnotationType(classes);
    }

    private BoundDomain? BindDomain(Expression node, Scope scope)
    {
        if (
            Syntaxes.WithoutParentheses(node) is MemberExpression { Name.Value: "images", Target: var target }
            && Syntaxes.WithoutParentheses(target) is NameExpression { Name.Value: "dataset" }
        )
        {
            return new BoundDomain(DomainKind.Images, null);
        }
        var bound = binder.Bind(node, scope);
        switch (bound.Type)
        {
            case ImageType:
                return new BoundDomain(DomainKind.Image, bound);
            case TrackType:
                return new BoundDomain(DomainKind.Track, bound);
            case GroupType:
                return new BoundDomain(DomainKind.Group, bound);
            case DatasetType:
                return new BoundDomain(DomainKind.Dataset, null);
            default:
                _ = ExpressionBinder.Mismatch(
                    node,
                    bound.Type,
                    "an image, a track, a group, `dataset` or `dataset.images`",
                    scope
                );
                return null;
        }
    }

    private static void ReportHidden(VariableSymbol variable, Name name, Scope scope)
    {
        if (name.IsMissing || scope.Find(variable.Name) is not BoundVariable { Variable: var other })
        {
            return;
        }
        scope.Site.Bag.Report(
            SemanticDiagnostics.VariableHidesVariable,
            variable.NameSpan,
            $"`{variable.Name}` is bound already: choose another name",
            related: [new RelatedPlace(other.NameSpan, $"`{variable.Name}` is bound here")]
        );
    }
}
