using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.Rules.Compilation;

/// <summary>Puts another variable in the place of one, in members and attributes.</summary>
sealed class VariableReplacement(VariableSymbol variable, VariableSymbol by)
{
    public BoundExpression Apply(BoundExpression expression) =>
        expression switch
        {
            BoundVariable known when known.Variable == variable => new BoundVariable(by, known.Span),
            BoundAttribute attribute => attribute with { Target = Apply(attribute.Target) },
            BoundAnnotationMember member => member with { Target = Apply(member.Target) },
            BoundKeypoint keypoint => keypoint with { Target = Apply(keypoint.Target) },
            BoundPointMember member => member with { Target = Apply(member.Target) },
            BoundLetCall call => Apply(call.Body),
            _ => expression,
        };
}
