using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Rules.Compilation;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Engine.Rules.Explaining;

/// <summary>A comparison, or a fact that holds or not, with the values that it compared.</summary>
sealed class DecidingAtom
{
    readonly string? symbol;
    readonly Operand subject;
    readonly Operand? first;
    readonly Operand? second;

    /// <param name="left">What was asked about.</param>
    /// <param name="operation">How it was compared with <paramref name="right"/>; null for ranges and facts.</param>
    /// <param name="right">What it was compared with, or where a range begins.</param>
    /// <param name="end">Where a range ends.</param>
    public DecidingAtom(
        BoundExpression left,
        ComparisonOperator? operation,
        BoundExpression? right,
        BoundExpression? end,
        ExpressionCompiler compiler,
        ValueTexts texts
    )
    {
        // What is known beforehand is the limit, on whichever side the guideline writes it.
        if (
            operation is { } given
            && right is not null
            && Constants.TryFold(left, out _)
            && !Constants.TryFold(right, out _)
        )
            (left, operation, right) = (right, Comparisons.Flip(given), left);
        Expression = left;
        symbol = operation is { } known ? known.Sign() : null;
        subject = new Operand(left, compiler, texts);
        first = right is null ? null : new Operand(right, compiler, texts);
        second = end is null ? null : new Operand(end, compiler, texts);
    }

    /// <summary>What was asked about.</summary>
    public BoundExpression Expression { get; }

    /// <summary>As people read it: <c>iou = 0.91 &gt; 0.85</c>.</summary>
    public string Show(Frame frame)
    {
        var text = $"{subject.Name} = {subject.Text(frame)}";
        if (symbol is not null && first is not null)
            return $"{text} {symbol} {first.Shown(frame)}";
        return first is null && second is null ? text : $"{text}, not in {first?.Text(frame)}..{second?.Text(frame)}";
    }

    public void AddValues(Frame frame, List<DecidingValue> values)
    {
        values.Add(subject.Value(frame, subject.Name));
        if (symbol is null)
        {
            if (first is not null)
                values.Add(first.Value(frame, "at least"));
            if (second is not null)
                values.Add(second.Value(frame, "at most"));
        }
        else if (first is not null)
            values.Add(first.Value(frame, first.IsConstant ? "limit" : first.Name));
    }

    sealed class Operand(BoundExpression expression, ExpressionCompiler compiler, ValueTexts texts)
    {
        readonly NumberOf? number = expression.Type is NumberType ? compiler.Number(expression) : null;
        readonly TruthOf? truth = expression.Type is BoolType ? compiler.Truth(expression) : null;

        public Func<Frame, string> Text { get; } = texts.Of(expression);

        public string Name { get; } = NameOf(expression);

        public bool IsConstant { get; } =
            Constants.TryFold(expression, out _)
            || expression is BoundEnumValue or BoundText or BoundBool or BoundShapeKind;

        /// <summary>The value, and of what, unless the guideline gives the value itself.</summary>
        public string Shown(Frame frame) => IsConstant ? Text(frame) : $"{Text(frame)} ({Name})";

        public DecidingValue Value(Frame frame, string name)
        {
            if (number is not null && number(frame) is var n && !double.IsNaN(n))
                return new DecidingValue(name, n);
            if (truth is not null && truth(frame) is var t && t != Truth.Unknown)
                return new DecidingValue(name, t == Truth.True);
            return new DecidingValue(name, Text(frame));
        }

        static string NameOf(BoundExpression expression) =>
            expression switch
            {
                BoundCall call => Semantics.Functions.FunctionTable.Of(call.Function).Name,
                BoundLetCall call => call.Let.Name,
                _ => string.Join(' ', expression.Span.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            };
    }
}
