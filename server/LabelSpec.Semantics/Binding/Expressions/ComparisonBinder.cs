using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>Binds comparisons. A bare name takes its meaning from what it is compared with: <c>state == off</c>.</summary>
internal sealed class ComparisonBinder(ExpressionBinder binder, NameBinder names)
{
    public BoundExpression Bind(ComparisonExpression node, Scope scope)
    {
        var span = scope.Site.SpanOf(node);
        var operands = BindOperands(node.Operands, scope);
        var operators = ImmutableArray.CreateBuilder<ComparisonOperator>(node.Operators.Count);
        var failed = false;
        var hasClass = false;
        for (var i = 0; i < node.Operators.Count; i++)
        {
            var kind = (ComparisonOperator)(int)node.Operators[i];
            operators.Add(kind);
            failed |= !Check(node.Operands[i], operands[i], kind, node.Operands[i + 1], operands[i + 1], scope);
            hasClass |= operands[i] is BoundClassSet != operands[i + 1] is BoundClassSet;
        }
        if (failed)
        {
            return new BoundError(span);
        }
        return hasClass
            ? WithClassTests(operands, operators, span)
            : new BoundComparison(ImmutableArray.Create(operands), operators.DrainToImmutable(), span);
    }

    /// <summary>Whether two values may be compared; says so where they may not.</summary>
    public static bool Check(
        Expression left,
        BoundExpression boundLeft,
        ComparisonOperator kind,
        Expression right,
        BoundExpression boundRight,
        Scope scope
    )
    {
        if (boundLeft.Type.IsError || boundRight.Type.IsError)
        {
            return false;
        }
        if (boundLeft.Type is NumberType && boundRight.Type is NumberType)
        {
            return CheckUnits(left, boundLeft, right, boundRight, scope);
        }
        var span = Between(scope.Site.SpanOf(left), scope.Site.SpanOf(right));
        if (!AreComparable(boundLeft.Type, boundRight.Type))
        {
            scope.Site.Bag.Report(
                SemanticDiagnostics.WrongType,
                span,
                $"`{TypeText.Quote(left)}` is {TypeText.Describe(boundLeft.Type)}, `{TypeText.Quote(right)}` is {TypeText.Describe(boundRight.Type)}: they cannot be compared{Advice(boundLeft.Type, boundRight.Type)}"
            );
            return false;
        }
        if (kind is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            return true;
        }
        scope.Site.Bag.Report(
            SemanticDiagnostics.NotOrdered,
            span,
            $"`{TypeText.Quote(left)}` is {TypeText.Describe(boundLeft.Type)}, which has no order: compare it by `==` or `!=`, or write `in (…)`"
        );
        return false;
    }

    private static bool CheckUnits(
        Expression left,
        BoundExpression boundLeft,
        Expression right,
        BoundExpression boundRight,
        Scope scope
    )
    {
        if (UnitNames.Fit(boundLeft, boundRight))
        {
            return true;
        }
        var span = Between(scope.Site.SpanOf(left), scope.Site.SpanOf(right));
        UnitMismatch.Report(left, boundLeft, right, boundRight, "cannot be compared", span, scope);
        return false;
    }

    private static bool AreComparable(LabelType left, LabelType right) =>
        (left, right) switch
        {
            (EnumType or TextType, EnumType or TextType) => true,
            (IdType, IdType or TextType) or (TextType, IdType) => true,
            (IdType, NumberType number) => number.Unit == Unit.Number,
            (NumberType number, IdType) => number.Unit == Unit.Number,
            (AnnotationType, AnnotationType) => true,
            (PointType, _) or (DatasetType, _) => false,
            _ => left.GetType() == right.GetType(),
        };

    private static string Advice(LabelType left, LabelType right) =>
        (left, right) switch
        {
            (PointType, PointType) => "; write `distance(…, …)`",
            (SetType, _) or (_, SetType) => "; write `VALUE in SET`",
            (ClassType, TextType) or (TextType, ClassType) => "; write the name of the class without quotes",
            (BoolType, TextType) or (TextType, BoolType) => "; write `true` or `false`",
            _ => "",
        };

    /// <summary>
    /// First what has a meaning of its own; then names, with the type of a neighbour; then, from the right, names that
    /// only their right neighbour explains (<c>off != state</c>).
    /// </summary>
    private BoundExpression[] BindOperands(IReadOnlyList<Expression> nodes, Scope scope)
    {
        var bound = new BoundExpression?[nodes.Count];
        for (var i = 0; i < nodes.Count; i++)
        {
            if (!Syntaxes.NeedsContext(nodes[i]))
            {
                bound[i] = binder.Bind(nodes[i], scope);
            }
        }
        for (var i = 0; i < nodes.Count; i++)
        {
            if (bound[i] is not null)
            {
                continue;
            }
            var neighbour = (i > 0 ? bound[i - 1] : null) ?? (i + 1 < nodes.Count ? bound[i + 1] : null);
            bound[i] = neighbour is not null
                ? binder.Bind(nodes[i], scope, neighbour.Type)
                : BindAlone(nodes[i], scope);
        }
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            bound[i] ??= binder.Bind(nodes[i], scope, i + 1 < nodes.Count ? bound[i + 1]!.Type : null);
        }
        return bound!;
    }

    /// <summary>Null where only a neighbour can explain it.</summary>
    private BoundExpression? BindAlone(Expression node, Scope scope) =>
        Syntaxes.WithoutParentheses(node) switch
        {
            NameExpression { Name.IsMissing: false } name => names.TryBind(name, scope, null),
            StringLiteral => null,
            _ => binder.Bind(node, scope),
        };

    private static BoundExpression WithClassTests(
        BoundExpression[] operands,
        ImmutableArray<ComparisonOperator>.Builder operators,
        SourceSpan span
    )
    {
        BoundExpression? result = null;
        for (var i = 0; i < operators.Count; i++)
        {
            var link = Link(operands[i], operators[i], operands[i + 1], span);
            result = result is null ? link : new BoundLogic(result, LogicOperator.And, link, span);
        }
        return result!;
    }

    private static BoundExpression Link(
        BoundExpression left,
        ComparisonOperator kind,
        BoundExpression right,
        SourceSpan span
    )
    {
        var (classes, value) = left is BoundClassSet set ? (set, right) : (right as BoundClassSet, left);
        if (classes is null || value is not BoundAnnotationMember { Target: var annotation })
        {
            return new BoundComparison([left, right], [kind], span);
        }
        var test = new BoundClassTest(annotation, classes.Classes, span);
        return kind == ComparisonOperator.Equal ? test : new BoundNot(test, span);
    }

    private static SourceSpan Between(SourceSpan left, SourceSpan right) =>
        new(left.File, left.Start, right.End - left.Start);
}
