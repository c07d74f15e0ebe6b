using System.Collections.Immutable;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Analysis;

/// <summary>The few values that enum attributes and kinds of shapes can have.</summary>
internal static class ValueSets
{
    /// <summary>The values that a guideline declares for an expression, or null where they are not limited.</summary>
    public static ImmutableArray<string>? DeclaredOf(BoundExpression expression) =>
        expression switch
        {
            BoundLetCall call => DeclaredOf(call.Body),
            { Type: EnumType type } => type.Values,
            BoundAnnotationMember { Member: AnnotationMember.Shape, Target: var target } => ShapesOf(target),
            _ => null,
        };

    /// <summary>The value of a literal, or null.</summary>
    public static string? LiteralOf(BoundExpression expression) =>
        expression switch
        {
            BoundLetCall call => LiteralOf(call.Body),
            BoundEnumValue value => value.Value,
            BoundShapeKind shape => ShapeKinds.NameOf(shape.Value),
            BoundText text => text.Value,
            _ => null,
        };

    /// <summary>What an expression can be where the facts hold, or null where that is not limited.</summary>
    public static ImmutableArray<string>? Of(BoundExpression expression, Facts facts)
    {
        if (LiteralOf(expression) is { } literal)
        {
            return [literal];
        }
        return DeclaredOf(expression) is { } declared ? facts.Narrow(expression, declared) : null;
    }

    private static ImmutableArray<string>? ShapesOf(BoundExpression annotation)
    {
        if (annotation.Type is not AnnotationType { Classes: { IsEmpty: false } classes })
        {
            return null;
        }
        var shapes = ImmutableArray.CreateBuilder<string>();
        foreach (var symbol in classes)
        {
            if (symbol.Shapes.IsEmpty)
            {
                return null;
            }
            foreach (var shape in symbol.Shapes)
            {
                var name = ShapeKinds.NameOf(shape.Kind);
                if (!shapes.Contains(name))
                {
                    shapes.Add(name);
                }
            }
        }
        return shapes.ToImmutable();
    }
}
