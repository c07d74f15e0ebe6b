using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Rules;

/// <summary>Binds what stands behind <c>for</c>.</summary>
internal sealed class RuleBinderBinder(ExpressionBinder expressions)
{
    /// <summary>The binder, or null if a class in it is wrong; and the scope that it opens.</summary>
    public (RuleBinder? Binder, Scope Scope) Bind(Binder node, BindingSite site)
    {
        var image = new BoundImage(site.SpanOf(node));
        switch (node)
        {
            case AnnotationsBinder annotations:
                return BindAnnotations(annotations, new Scope(site, ScopeKind.Annotation).WithImage(image));
            case PairBinder pair:
                return BindPair(pair, new Scope(site, ScopeKind.Annotation).WithImage(image));
            case Grammar.Syntax.StepBinder step:
                return BindStep(step, new Scope(site, ScopeKind.Step).WithImage(image));
            case Grammar.Syntax.TrackBinder track:
                return BindTrack(track, new Scope(site, ScopeKind.Track));
            case Grammar.Syntax.GroupBinder group:
                return BindGroup(group, new Scope(site, ScopeKind.Group).WithImage(image));
            case Grammar.Syntax.DatasetBinder:
                return (new DatasetBinder(), new Scope(site, ScopeKind.Dataset));
            default:
                return (new ImageBinder(), new Scope(site, ScopeKind.Image).WithImage(image));
        }
    }

    private (RuleBinder?, Scope) BindAnnotations(AnnotationsBinder node, Scope scope)
    {
        var variables = new List<VariableSymbol>(node.Variables.Count);
        foreach (var variable in node.Variables)
        {
            if (variable.Domain is not null)
            {
                scope.Site.Bag.Report(
                    SemanticDiagnostics.NotAvailableHere,
                    scope.Site.SpanOf(variable.Domain),
                    "A rule ranges over all data: say where to look in a `where`, or in `exists … in …`"
                );
            }
            (var symbol, scope) = Declare(variable.Name, AnnotationOf(variable.Classes, scope.Site), scope);
            variables.Add(symbol);
        }
        if (variables.Count > 2)
        {
            scope.Site.Bag.Report(
                SemanticDiagnostics.TooManyVariables,
                scope.Site.SpanOf(node.Variables[2]),
                $"A rule binds at most two annotations: write `exists {variables[2].Name}: …` for a third one"
            );
            return (null, scope);
        }
        if (variables.Exists(variable => variable.Type.IsError))
        {
            return (null, scope);
        }
        return (
            variables.Count == 1 ? new EachBinder(variables[0]) : new OrderedPairBinder(variables[0], variables[1]),
            scope
        );
    }

    private (RuleBinder?, Scope) BindPair(PairBinder node, Scope scope)
    {
        var type = AnnotationOf(node.Classes, scope.Site);
        (var first, scope) = Declare(node.First, type, scope);
        (var second, scope) = Declare(node.Second, type, scope);
        return (type.IsError ? null : new UnorderedPairBinder(first, second), scope);
    }

    private (RuleBinder?, Scope) BindStep(Grammar.Syntax.StepBinder node, Scope scope)
    {
        var type = AnnotationOf(node.Classes, scope.Site);
        (var from, scope) = Declare(node.First, type, scope);
        (var to, scope) = Declare(node.Second, type, scope);
        return (type.IsError ? null : new StepBinder(from, to), scope.WithStep(from, to));
    }

    private (RuleBinder?, Scope) BindTrack(Grammar.Syntax.TrackBinder node, Scope scope)
    {
        LabelType type = expressions.ClassSets.Bind(node.Classes, scope.Site) is { } classes
            ? new TrackType(classes)
            : ErrorType.Instance;
        (var variable, scope) = Declare(node.Variable, type, scope);
        return (type.IsError ? null : new TrackBinder(variable), scope);
    }

    private (RuleBinder?, Scope) BindGroup(Grammar.Syntax.GroupBinder node, Scope scope)
    {
        var classes = node.Classes is null
            ? expressions.ClassSets.Any
            : expressions.ClassSets.Bind(node.Classes, scope.Site);
        LabelType type = classes is null ? ErrorType.Instance : new GroupType(classes);
        (var variable, scope) = Declare(node.Variable, type, scope);
        return (type.IsError ? null : new GroupBinder(variable), scope);
    }

    private LabelType AnnotationOf(Grammar.Syntax.ClassSet? node, BindingSite site)
    {
        var classes = node is null ? expressions.ClassSets.Any : expressions.ClassSets.Bind(node, site);
        return classes is null ? ErrorType.Instance : new AnnotationType(classes);
    }

    private static (VariableSymbol, Scope) Declare(Name name, LabelType type, Scope scope)
    {
        var variable = new VariableSymbol(name.Value, type, scope.Site.SpanOf(name));
        if (name.IsMissing)
        {
            return (variable, scope);
        }
        scope.Site.Index?.Declare(variable);
        if (scope.Find(variable.Name) is BoundVariable { Variable: var other })
        {
            scope.Site.Bag.Report(
                SemanticDiagnostics.VariableHidesVariable,
                variable.NameSpan,
                $"`{variable.Name}` is bound already: choose another name",
                related: [new RelatedPlace(other.NameSpan, $"`{variable.Name}` is bound here")]
            );
        }
        return (variable, scope.With(variable));
    }
}
