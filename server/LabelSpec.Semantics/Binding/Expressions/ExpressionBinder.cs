using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>Resolves and types expressions. What is wrong is reported once and becomes a <see cref="BoundError"/>, which fits everywhere.</summary>
internal sealed class ExpressionBinder
{
    private readonly NameBinder names;
    private readonly MemberBinder members;
    private readonly ComparisonBinder comparisons;
    private readonly MembershipBinder memberships;
    private readonly ArithmeticBinder arithmetic;
    private readonly CallBinder calls;
    private readonly QuantifierBinder quantifiers;

    public ExpressionBinder(DeclarationTable table)
    {
        ClassSets = new ClassSetBinder(table);
        Lets = new LetBinder(this);
        members = new MemberBinder(this, table);
        names = new NameBinder(this, table, members);
        comparisons = new ComparisonBinder(this, names);
        memberships = new MembershipBinder(this);
        arithmetic = new ArithmeticBinder(this);
        calls = new CallBinder(this, table);
        quantifiers = new QuantifierBinder(this);
    }

    public ClassSetBinder ClassSets { get; }

    public LetBinder Lets { get; }

    /// <summary>An outermost expression that must be true or false.</summary>
    public BoundExpression BindCondition(Expression node, Scope scope)
    {
        Lets.StartExpression();
        var bound = RequireBool(Bind(node, scope, BoolType.Instance), node, scope);
        scope.Site.Index?.Expressions.Add(bound);
        return bound;
    }

    /// <summary>An outermost expression of any type.</summary>
    public BoundExpression BindValue(Expression node, Scope scope, LabelType? expected = null)
    {
        Lets.StartExpression();
        var bound = Bind(node, scope, expected);
        scope.Site.Index?.Expressions.Add(bound);
        return bound;
    }

    /// <param name="expected">What would fit, so that the bare values of attributes, classes and shapes can be told; null where anything goes.</param>
    public BoundExpression Bind(Expression node, Scope scope, LabelType? expected = null)
    {
        var span = scope.Site.SpanOf(node);
        return node switch
        {
            NumberLiteral literal => new BoundNumber(literal.Value, UnitNames.TypeOf(literal.Unit), span),
            BooleanLiteral literal => new BoundBool(literal.Value, span),
            StringLiteral literal => NameBinder.BindText(literal, scope, expected),
            NameExpression name => names.Bind(name, scope, expected),
            ParenthesizedExpression parenthesized => Bind(parenthesized.Inner, scope, expected),
            MemberExpression member => members.Bind(member, scope),
            UnaryExpression { Operator: UnaryOperator.Not } unary => Not(unary, scope, span),
            UnaryExpression unary => arithmetic.BindNegation(unary, scope),
            BinaryExpression { Operator: BinaryOperator.Implies or BinaryOperator.Iff } binary => Implication(
                binary,
                scope,
                span
            ),
            BinaryExpression binary => arithmetic.Bind(binary, scope),
            LogicalExpression logical => Logic(logical, scope),
            ComparisonExpression comparison => comparisons.Bind(comparison, scope),
            InExpression membership => memberships.Bind(membership, scope),
            IsExpression presence => Presence(presence, scope, span),
            IsClassExpression test => memberships.BindClassTest(test, scope),
            MatchesExpression matches => memberships.BindMatches(matches, scope),
            ConditionalExpression conditional => Conditional(conditional, scope, expected, span),
            CallExpression call => calls.Bind(call, scope),
            QuantifierExpression quantifier => quantifiers.Bind(quantifier, scope),
            AggregateExpression aggregate => quantifiers.BindAggregate(aggregate, scope),
            ClassSetExpression classes => ClassSets.Bind(classes.Classes, scope.Site) is { } set
                ? new BoundClassSet(set, span)
                : new BoundError(span),
            MissingExpression => new BoundError(span),
            _ => Misplaced(node, scope),
        };
    }

    public static BoundExpression RequireBool(BoundExpression bound, Expression node, Scope scope)
    {
        if (bound.Type is BoolType or ErrorType)
        {
            return bound;
        }
        scope.Site.Bag.Report(
            SemanticDiagnostics.WrongType,
            scope.Site.SpanOf(node),
            bound.Type is AnnotationType or IdType or TextType
                ? $"`{TypeText.Quote(node)}` is {TypeText.Describe(bound.Type)}, where something true or false is needed: write `{TypeText.Quote(node)} is set`, or compare it"
                : $"`{TypeText.Quote(node)}` is {TypeText.Describe(bound.Type)}, where something true or false is needed: compare it with a value"
        );
        return new BoundError(bound.Span);
    }

    /// <summary>Reports that a value is of the wrong type, unless that was told already.</summary>
    public static BoundError Mismatch(Expression node, LabelType actual, string needed, Scope scope)
    {
        var span = scope.Site.SpanOf(node);
        if (!actual.IsError)
        {
            scope.Site.Bag.Report(
                SemanticDiagnostics.WrongType,
                span,
                $"`{TypeText.Quote(node)}` is {TypeText.Describe(actual)}, where {needed} is needed"
            );
        }
        return new BoundError(span);
    }

    private BoundExpression BindBool(Expression node, Scope scope) =>
        RequireBool(Bind(node, scope, BoolType.Instance), node, scope);

    private BoundNot Not(UnaryExpression node, Scope scope, Sources.SourceSpan span) =>
        new BoundNot(BindBool(node.Operand, scope), span);

    private BoundLogic Implication(BinaryExpression node, Scope scope, Sources.SourceSpan span) =>
        new(
            BindBool(node.Left, scope),
            node.Operator == BinaryOperator.Iff ? LogicOperator.Iff : LogicOperator.Implies,
            BindBool(node.Right, scope),
            span
        );

    private BoundExpression Logic(LogicalExpression node, Scope scope)
    {
        var kind = node.Operator == LogicalOperator.And ? LogicOperator.And : LogicOperator.Or;
        var result = BindBool(node.Operands[0], scope);
        for (var i = 1; i < node.Operands.Count; i++)
        {
            var right = BindBool(node.Operands[i], scope);
            var span = new Sources.SourceSpan(result.Span.File, result.Span.Start, right.Span.End - result.Span.Start);
            result = new BoundLogic(result, kind, right, right.Span.File == span.File ? span : scope.Site.SpanOf(node));
        }
        return result;
    }

    private BoundExpression Presence(IsExpression node, Scope scope, Sources.SourceSpan span)
    {
        var operand = Bind(node.Value, scope);
        if (
            operand is BoundClassSet or BoundImage or BoundDataset
            || (operand is BoundVariable && !operand.Type.IsError)
        )
        {
            return Mismatch(
                node.Value,
                operand.Type,
                "an attribute, a member or a keypoint that may be missing",
                scope
            );
        }
        return operand.Type.IsError
            ? new BoundError(span)
            : new BoundPresence(
                operand,
                (node.Presence == Grammar.Syntax.Presence.Missing) != node.IsNegated,
                IgnoresDefault: false,
                span
            );
    }

    private BoundExpression Conditional(
        ConditionalExpression node,
        Scope scope,
        LabelType? expected,
        Sources.SourceSpan span
    )
    {
        var condition = BindBool(node.Condition, scope);
        var whenTrue = Bind(node.Then, scope, expected);
        var whenFalse = Bind(node.Else, scope, expected ?? whenTrue.Type);
        var type = Join(whenTrue, whenFalse);
        if (type is null)
        {
            return Mismatch(
                node.Else,
                whenFalse.Type,
                $"the same as `{TypeText.Quote(node.Then)}`, which is {TypeText.Describe(whenTrue.Type)},",
                scope
            );
        }
        return type.IsError ? new BoundError(span) : new BoundConditional(condition, whenTrue, whenFalse, type, span);
    }

    private static LabelType? Join(BoundExpression left, BoundExpression right)
    {
        if (left.Type.IsError || right.Type.IsError)
        {
            return ErrorType.Instance;
        }
        if (left.Type is NumberType first && right.Type is NumberType second)
        {
            return UnitNames.Fit(left, right) ? new NumberType(UnitNames.Common(left, right)) : null;
        }
        return left.Type == right.Type ? left.Type : null;
    }

    private static BoundError Misplaced(Expression node, Scope scope)
    {
        var span = scope.Site.SpanOf(node);
        scope.Site.Bag.Report(
            SemanticDiagnostics.WrongType,
            span,
            $"`{TypeText.Quote(node)}` can only stand behind `in`"
        );
        return new BoundError(span);
    }
}
