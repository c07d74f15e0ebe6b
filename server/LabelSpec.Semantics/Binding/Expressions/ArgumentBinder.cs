using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>Binds one argument of a built-in function and checks that it is what the parameter takes.</summary>
internal sealed class ArgumentBinder(ExpressionBinder binder)
{
    public BoundExpression Bind(Expression node, FunctionParameter parameter, FunctionSignature signature, Scope scope)
    {
        var bound = binder.Bind(node, scope);
        if (bound.Type.IsError)
        {
            return bound;
        }
        return parameter.Kind switch
        {
            ParameterKind.Annotation => Annotation(node, bound, signature, scope),
            ParameterKind.Place => bound.Type is PointType ? bound : Annotation(node, bound, signature, scope),
            ParameterKind.Number => bound.Type is NumberType ? bound : Wrong(node, bound, parameter, "a number", scope),
            ParameterKind.Pixels => InUnit(node, bound, Unit.Pixel, parameter, scope),
            ParameterKind.Degrees => InUnit(node, bound, Unit.Degree, parameter, scope),
            ParameterKind.Text => bound.Type is TextType or EnumType
                ? bound
                : Wrong(node, bound, parameter, "text", scope),
            ParameterKind.Classes => bound is BoundClassSet
                ? bound
                : Wrong(node, bound, parameter, "the name of a class", scope),
            _ => StepMember(node, bound, scope),
        };
    }

    private static BoundExpression Annotation(
        Expression node,
        BoundExpression bound,
        FunctionSignature signature,
        Scope scope
    )
    {
        if (bound.Type is not AnnotationType { Classes: var classes })
        {
            return ExpressionBinder.Mismatch(node, bound.Type, "an annotation", scope);
        }
        if (ShapeAvailability.CanHave(classes, kind => Takes(signature.Function, kind)))
        {
            return bound;
        }
        scope.Site.Bag.Report(
            SemanticDiagnostics.NotOfThisShape,
            scope.Site.SpanOf(node),
            $"`{signature.Name}` needs {Needed(signature.Function)}, and `{TypeText.Quote(node)}` is always {ShapeAvailability.Describe(classes)}"
        );
        return new BoundError(bound.Span);
    }

    private static bool Takes(BuiltInFunction function, ShapeKind kind) =>
        function switch
        {
            BuiltInFunction.Iou or BuiltInFunction.Overlap or BuiltInFunction.Covered => ShapeKinds.HasArea(kind),
            BuiltInFunction.Iou3d or BuiltInFunction.IouBev or BuiltInFunction.PointsInside => kind == ShapeKind.Cuboid,
            _ => ShapeKinds.HasExtent(kind),
        };

    private static string Needed(BuiltInFunction function) =>
        function switch
        {
            BuiltInFunction.Iou or BuiltInFunction.Overlap or BuiltInFunction.Covered => "a shape with an area",
            BuiltInFunction.Iou3d or BuiltInFunction.IouBev or BuiltInFunction.PointsInside => "a cuboid",
            _ => "a shape that lies in the image",
        };

    private static BoundExpression InUnit(
        Expression node,
        BoundExpression bound,
        Unit unit,
        FunctionParameter parameter,
        Scope scope
    )
    {
        if (bound.Type is not NumberType number)
        {
            return Wrong(node, bound, parameter, $"a number in {unit}", scope);
        }
        if (number.Unit == unit || bound is BoundNumber { Value: 0 })
        {
            return bound;
        }
        var (advice, fixes) = UnitMismatch.AdviseUnit(node, unit, scope);
        scope.Site.Bag.Report(
            SemanticDiagnostics.IncompatibleUnits,
            scope.Site.SpanOf(node),
            $"`{parameter.Name}` is in {unit}, and `{TypeText.Quote(node)}` is {TypeText.Describe(number)}"
                + (advice is null ? "" : $": {advice}"),
            fixes
        );
        return new BoundError(bound.Span);
    }

    private static BoundExpression StepMember(Expression node, BoundExpression bound, Scope scope)
    {
        if (scope.Kind == ScopeKind.Let)
        {
            return bound;
        }
        if (scope.Step is not { } step)
        {
            scope.Site.Bag.Report(
                SemanticDiagnostics.NotAvailableHere,
                scope.Site.SpanOf(node),
                "Only a rule over steps can tell a change: write `for step a -> b: CLASSES`"
            );
            return new BoundError(bound.Span);
        }
        var root = bound switch
        {
            BoundAnnotationMember member => member.Target,
            BoundAttribute attribute => attribute.Target,
            _ => null,
        };
        return root is BoundVariable { Variable: var variable } && (variable == step.From || variable == step.To)
            ? bound
            : ExpressionBinder.Mismatch(
                node,
                bound.Type,
                $"a member or an attribute of `{step.From.Name}` or `{step.To.Name}`",
                scope
            );
    }

    private static BoundError Wrong(
        Expression node,
        BoundExpression bound,
        FunctionParameter parameter,
        string needed,
        Scope scope
    ) => ExpressionBinder.Mismatch(node, bound.Type, $"{needed} (`{parameter.Name}`)", scope);
}
