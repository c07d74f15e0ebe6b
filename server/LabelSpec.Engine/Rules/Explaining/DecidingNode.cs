using LabelSpec.Engine.Rules.Compilation;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using T = LabelSpec.Engine.Rules.Values.Truth;

namespace LabelSpec.Engine.Rules.Explaining;

/// <summary>
/// A condition as the tree that its failure is explained by: comparisons and yes-or-no facts, of which those count that made
/// the whole true or false.
/// </summary>
abstract class DecidingNode(TruthOf value)
{
    public T Value(Frame frame) => value(frame);

    /// <summary>Adds the facts that made the condition what it is.</summary>
    public abstract void Collect(Frame frame, List<DecidingAtom> atoms);

    public static DecidingNode Of(BoundExpression condition, ExpressionCompiler compiler, ValueTexts texts)
    {
        switch (condition)
        {
            case BoundLetCall call:
                return Of(call.Body, compiler, texts);
            case BoundNot not:
                return new Inner(compiler.Truth(not), [Of(not.Operand, compiler, texts)], always: true);
            case BoundLogic { Operator: LogicOperator.Iff } logic:
                return new Inner(
                    compiler.Truth(logic),
                    [Of(logic.Left, compiler, texts), Of(logic.Right, compiler, texts)],
                    always: true
                );
            case BoundLogic logic:
                var left = Of(logic.Left, compiler, texts);
                if (logic.Operator == LogicOperator.Implies)
                {
                    var holds = compiler.Truth(logic.Left);
                    left = new Inner(frame => Kleene.Not(holds(frame)), [left], always: true);
                }
                return new Inner(compiler.Truth(logic), [left, Of(logic.Right, compiler, texts)], always: false);
            case BoundComparison comparison:
                return OfChain(comparison, compiler, texts);
            case BoundInRange range:
                return new Leaf(
                    compiler.Truth(range),
                    [new DecidingAtom(range.Operand, null, range.Lower, range.Upper, compiler, texts)]
                );
            default:
                return new Leaf(
                    compiler.Truth(condition),
                    [new DecidingAtom(condition, null, null, null, compiler, texts)]
                );
        }
    }

    static DecidingNode OfChain(BoundComparison comparison, ExpressionCompiler compiler, ValueTexts texts)
    {
        var pairs = new DecidingNode[comparison.Operators.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            var (left, operation, right) = (
                comparison.Operands[i],
                comparison.Operators[i],
                comparison.Operands[i + 1]
            );
            pairs[i] = new Leaf(
                compiler.Compare(left, operation, right),
                [new DecidingAtom(left, operation, right, null, compiler, texts)]
            );
        }
        return pairs.Length == 1 ? pairs[0] : new Inner(compiler.Truth(comparison), pairs, always: false);
    }

    sealed class Leaf(TruthOf value, DecidingAtom[] own) : DecidingNode(value)
    {
        public override void Collect(Frame frame, List<DecidingAtom> atoms) => atoms.AddRange(own);
    }

    /// <param name="value">The condition.</param>
    /// <param name="parts">What it is made of.</param>
    /// <param name="always">Whether all parts decide; else those that have the value of the whole.</param>
    sealed class Inner(TruthOf value, DecidingNode[] parts, bool always) : DecidingNode(value)
    {
        public override void Collect(Frame frame, List<DecidingAtom> atoms)
        {
            var whole = Value(frame);
            foreach (var part in parts)
                if (always || part.Value(frame) == whole)
                    part.Collect(frame, atoms);
        }
    }
}
