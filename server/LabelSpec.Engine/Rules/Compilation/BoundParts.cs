using LabelSpec.Semantics.Expressions;

namespace LabelSpec.Engine.Rules.Compilation;

/// <summary>The expressions that an expression is made of.</summary>
static class BoundParts
{
    public static IEnumerable<BoundExpression> Of(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundAnnotationMember member:
                return [member.Target];
            case BoundAttribute attribute:
                return [attribute.Target];
            case BoundKeypoint keypoint:
                return [keypoint.Target];
            case BoundPointMember member:
                return [member.Target];
            case BoundImageMember member:
                return [member.Target];
            case BoundTrackMember member:
                return [member.Target];
            case BoundGroupMember member:
                return [member.Target];
            case BoundArithmetic arithmetic:
                return [arithmetic.Left, arithmetic.Right];
            case BoundNegation negation:
                return [negation.Operand];
            case BoundNot not:
                return [not.Operand];
            case BoundLogic logic:
                return [logic.Left, logic.Right];
            case BoundComparison comparison:
                return comparison.Operands;
            case BoundInRange range:
                return new[] { range.Operand, range.Lower, range.Upper }.OfType<BoundExpression>();
            case BoundInList list:
                return [list.Operand, .. list.Items];
            case BoundInSet membership:
                return [membership.Element, membership.Set];
            case BoundMatches matches:
                return [matches.Operand];
            case BoundPresence presence:
                return [presence.Operand];
            case BoundClassTest test:
                return [test.Target];
            case BoundConditional conditional:
                return [conditional.Condition, conditional.WhenTrue, conditional.WhenFalse];
            case BoundCall call:
                return call.Arguments;
            case BoundLetCall call:
                return [call.Body];
            case BoundQuantifier quantifier:
                return new[] { quantifier.Domain.Of, quantifier.Where, quantifier.Satisfies }.OfType<BoundExpression>();
            case BoundAggregate aggregate:
                return new[] { aggregate.Domain.Of, aggregate.Where, aggregate.Value }.OfType<BoundExpression>();
            default:
                return [];
        }
    }
}
