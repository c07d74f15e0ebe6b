namespace LabelSpec.Semantics.Expressions;

/// <summary>The expressions directly inside of an expression.</summary>
public static class BoundChildren
{
    /// <summary>In the order of the text. Of a <c>let</c> the arguments, not the expanded body.</summary>
    public static IEnumerable<BoundExpression> Of(BoundExpression expression) =>
        expression switch
        {
            BoundAnnotationMember member => [member.Target],
            BoundImageMember member => [member.Target],
            BoundTrackMember member => [member.Target],
            BoundGroupMember member => [member.Target],
            BoundPointMember member => [member.Target],
            BoundAttribute attribute => [attribute.Target],
            BoundKeypoint keypoint => [keypoint.Target],
            BoundNot not => [not.Operand],
            BoundNegation negation => [negation.Operand],
            BoundArithmetic arithmetic => [arithmetic.Left, arithmetic.Right],
            BoundLogic logic => [logic.Left, logic.Right],
            BoundComparison comparison => comparison.Operands,
            BoundClassTest test => [test.Target],
            BoundInRange inRange => Present(inRange.Operand, inRange.Lower, inRange.Upper),
            BoundInList list => list.Items.Insert(0, list.Operand),
            BoundInSet inSet => [inSet.Element, inSet.Set],
            BoundMatches matches => [matches.Operand],
            BoundPresence presence => [presence.Operand],
            BoundConditional conditional => [conditional.Condition, conditional.WhenTrue, conditional.WhenFalse],
            BoundCall call => call.Arguments,
            BoundLetCall call => call.Arguments,
            BoundQuantifier quantifier => Present(quantifier.Domain.Of, quantifier.Where, quantifier.Satisfies),
            BoundAggregate aggregate => Present(aggregate.Value, aggregate.Domain.Of, aggregate.Where),
            _ => [],
        };

    private static IEnumerable<BoundExpression> Present(params BoundExpression?[] expressions) =>
        expressions.OfType<BoundExpression>();
}
