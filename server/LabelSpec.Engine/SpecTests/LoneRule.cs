using LabelSpec.Engine.Rules.Compilation;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.SpecTests;

/// <summary>
/// Whether a rule speaks of single annotations only, whatever lies around them. An example shows one annotation and leaves out
/// the rest of its picture, so no other rule can judge it.
/// </summary>
static class LoneRule
{
    public static bool Is(RuleSymbol rule) =>
        rule.Binder is EachBinder
        && (rule.Where is null || IsLone(rule.Where))
        && rule.Exceptions.All(exception => IsLone(exception.Condition))
        && rule.Assertions.All(assertion => IsLone(assertion.Condition));

    static bool IsLone(BoundExpression expression) =>
        expression switch
        {
            BoundQuantifier or BoundAggregate => false,
            BoundCall { Function: BuiltInFunction.InsideRegion or BuiltInFunction.Covered } => false,
            // The size of the picture, its name and attributes are not known for an example.
            BoundImageMember or BoundDatasetMember => false,
            BoundCall { Function: BuiltInFunction.TouchesEdge } => false,
            BoundAttribute { Target: BoundImage } => false,
            BoundAnnotationMember { Member: AnnotationMember.Outside } => false,
            _ => BoundParts.Of(expression).All(IsLone),
        };
}
