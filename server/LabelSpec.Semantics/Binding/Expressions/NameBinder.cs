using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>
/// Decides what a bare name means: a value of the attribute that it is compared with, a variable, an attribute of the class around it, a
/// <c>let</c>, <c>image</c>, <c>dataset</c>, or a class, in this order.
/// </summary>
internal sealed class NameBinder(ExpressionBinder binder, DeclarationTable table, MemberBinder members)
{
    public BoundExpression Bind(NameExpression node, Scope scope, LabelType? expected)
    {
        if (node.Name.IsMissing)
        {
            return new BoundError(scope.Site.SpanOf(node));
        }
        return TryBind(node, scope, expected) ?? Unknown(node, scope, expected);
    }

    /// <summary>As <see cref="Bind"/>, but null for a name that means nothing.</summary>
    public BoundExpression? TryBind(NameExpression node, Scope scope, LabelType? expected)
    {
        var name = node.Name.Value;
        var span = scope.Site.SpanOf(node);
        if (ExpectedWord(name, expected, node, scope, span) is { } word)
        {
            return word;
        }
        if (scope.Find(name) is { } visible)
        {
            return Visible(visible, node, scope, span);
        }
        if (
            scope.Self is { } self
            && members.TryAttribute(At(self, span), name, node.Name, scope, span) is { } attribute
        )
        {
            return attribute;
        }
        if (table.Lets.TryGetValue(name, out var let))
        {
            scope.Site.Use(let.Symbol, node.Name);
            return binder.Lets.Call(let, [], node, scope);
        }
        if (name == "image")
        {
            return scope.Image is null ? NoImage(scope, span) : scope.Image with { Span = span };
        }
        if (name == "dataset")
        {
            return new BoundDataset(span);
        }
        if (scope.Self is { } owner && MemberBinder.TryBuiltIn(At(owner, span), name, node, scope, span) is { } member)
        {
            return member;
        }
        if (table.FindClass(name) is { } symbol)
        {
            scope.Site.Use(symbol, node.Name);
            return new BoundClassSet(symbol.ConcreteDescendants, span);
        }
        return null;
    }

    public static BoundExpression BindText(StringLiteral node, Scope scope, LabelType? expected)
    {
        var span = scope.Site.SpanOf(node);
        if (ElementOf(expected) is not EnumType type)
        {
            return new BoundText(node.Value, span);
        }
        if (type.Has(node.Value))
        {
            MemberBinder.UseValue(type, node.Value, node, scope);
            return new BoundEnumValue(node.Value, type, span);
        }
        return UnknownValue(type, node.Value, span, scope);
    }

    private BoundExpression? ExpectedWord(
        string name,
        LabelType? expected,
        NameExpression node,
        Scope scope,
        SourceSpan span
    )
    {
        switch (ElementOf(expected))
        {
            case EnumType type when type.Has(name) && scope.Find(name)?.Type is not EnumType:
                MemberBinder.UseValue(type, name, node, scope);
                return new BoundEnumValue(name, type, span);
            case ShapeType when ShapeKinds.Find(name) is { } kind && scope.Find(name) is null:
                return new BoundShapeKind(kind, span);
            case ClassType when scope.Find(name) is null && table.FindClass(name) is { } symbol:
                scope.Site.Use(symbol, node.Name);
                return new BoundClassSet(symbol.ConcreteDescendants, span);
            default:
                return null;
        }
    }

    /// <summary>The annotation or image around a bare name, which stands nowhere itself.</summary>
    private static BoundExpression At(BoundExpression self, SourceSpan span) =>
        self with
        {
            Span = new SourceSpan(span.File, span.Start, 0),
        };

    private static BoundExpression Visible(BoundExpression visible, NameExpression node, Scope scope, SourceSpan span)
    {
        if (visible is not BoundVariable { Variable: var variable })
        {
            return visible;
        }
        scope.Site.Use(variable, node.Name);
        return new BoundVariable(variable, span);
    }

    private static BoundError NoImage(Scope scope, SourceSpan span)
    {
        scope.Site.Bag.Report(
            SemanticDiagnostics.NotAvailableHere,
            span,
            scope.Kind == ScopeKind.Constant
                ? "There is no image here: only constants can stand in this place"
                : "A rule over tracks or over the data has no single image: take the image of an annotation, `a.image`, or write `exists i in dataset.images`"
        );
        return new BoundError(span);
    }

    private BoundError Unknown(NameExpression node, Scope scope, LabelType? expected)
    {
        var span = scope.Site.SpanOf(node);
        var name = node.Name.Value;
        switch (ElementOf(expected))
        {
            case ErrorType:
                break;
            case EnumType type:
                return UnknownValue(type, name, span, scope);
            case ShapeType:
                var shape = Suggestion.For(name, ShapeKinds.All.Select(kind => kind.Name), span);
                scope.Site.Bag.Report(
                    SemanticDiagnostics.UnknownValue,
                    span,
                    $"There is no shape `{name}`"
                        + (
                            shape.Name is null
                                ? ": write " + TypeText.Choices([.. ShapeKinds.All.Select(kind => kind.Name)])
                                : shape.Question
                        ),
                    shape.Fixes
                );
                break;
            case ClassType:
                binder.ClassSets.ReportUnknown(node.Name, scope.Site);
                break;
            default:
                var suggestion = Suggestion.For(name, NamesIn(scope), span);
                if (table.IsIncomplete && suggestion.Name is null)
                {
                    break;
                }
                scope.Site.Bag.Report(
                    SemanticDiagnostics.UnknownName,
                    span,
                    $"Nothing here is called `{name}`{suggestion.Question}",
                    suggestion.Fixes
                );
                break;
        }
        return new BoundError(span);
    }

    private static BoundError UnknownValue(EnumType type, string value, SourceSpan span, Scope scope)
    {
        var suggestion = Suggestion.For(value, type.Values, span);
        scope.Site.Bag.Report(
            SemanticDiagnostics.UnknownValue,
            span,
            $"`{type.AttributeName}` has no value `{value}`"
                + (suggestion.Name is null ? ": write " + TypeText.Choices(type.Values) : suggestion.Question),
            suggestion.Fixes
        );
        return new BoundError(span);
    }

    private IEnumerable<string> NamesIn(Scope scope)
    {
        foreach (var (name, _) in scope.Names())
        {
            yield return name;
        }
        if (scope.Self is { } self)
        {
            foreach (var name in MemberNames.Of(self.Type, table.ImageAttributes))
            {
                yield return name;
            }
        }
        foreach (var name in table.Lets.Keys)
        {
            yield return name;
        }
        yield return "image";
        foreach (var name in table.ClassesByName.Keys)
        {
            yield return name;
        }
    }

    private static LabelType? ElementOf(LabelType? type) => type is SetType set ? set.Element : type;
}
