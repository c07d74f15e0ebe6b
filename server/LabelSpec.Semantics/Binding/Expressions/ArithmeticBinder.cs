using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Analysis;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>Binds <c>+ - * /</c> and checks their units.</summary>
internal sealed class ArithmeticBinder(ExpressionBinder binder)
{
    public BoundExpression Bind(BinaryExpression node, Scope scope)
    {
        var span = scope.Site.SpanOf(node);
        var left = Number(node.Left, scope);
        var right = Number(node.Right, scope);
        if (left.Type is not NumberType first || right.Type is not NumberType second)
        {
            return new BoundError(span);
        }
        switch (node.Operator)
        {
            case BinaryOperator.Multiply:
                return new BoundArithmetic(
                    left,
                    ArithmeticOperator.Multiply,
                    right,
                    new NumberType(first.Unit.Times(second.Unit)),
                    span
                );
            case BinaryOperator.Divide when RangeEvaluator.ConstantOf(right) == 0:
                scope.Site.Bag.Report(
                    SemanticDiagnostics.DivisionByZero,
                    scope.Site.SpanOf(node.Right),
                    $"`{TypeText.Quote(node.Right)}` is 0: a division by it is never known"
                );
                return new BoundError(span);
            case BinaryOperator.Divide:
                return new BoundArithmetic(
                    left,
                    ArithmeticOperator.Divide,
                    right,
                    new NumberType(first.Unit.Over(second.Unit)),
                    span
                );
            default:
                return Sum(node, left, right, scope, span);
        }
    }

    public BoundExpression BindNegation(UnaryExpression node, Scope scope)
    {
        var operand = Number(node.Operand, scope);
        return operand.Type.IsError ? operand : new BoundNegation(operand, scope.Site.SpanOf(node));
    }

    private static BoundExpression Sum(
        BinaryExpression node,
        BoundExpression left,
        BoundExpression right,
        Scope scope,
        SourceSpan span
    )
    {
        var isAddition = node.Operator == BinaryOperator.Add;
        if (UnitNames.Fit(left, right))
        {
            return new BoundArithmetic(
                left,
                isAddition ? ArithmeticOperator.Add : ArithmeticOperator.Subtract,
                right,
                new NumberType(UnitNames.Common(left, right)),
                span
            );
        }
        UnitMismatch.Report(
            node.Left,
            left,
            node.Right,
            right,
            isAddition ? "cannot be added" : "cannot be subtracted",
            span,
            scope
        );
        return new BoundError(span);
    }

    private BoundExpression Number(Expression node, Scope scope)
    {
        var bound = binder.Bind(node, scope);
        return bound.Type is NumberType ? bound : ExpressionBinder.Mismatch(node, bound.Type, "a number", scope);
    }
}
