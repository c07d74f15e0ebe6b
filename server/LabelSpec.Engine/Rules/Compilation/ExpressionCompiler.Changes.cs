using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.Rules.Compilation;

// What differs from one annotation of a track to the next.
sealed partial class ExpressionCompiler
{
    StepBinder? step;

    /// <summary>As long as it lasts, a rule over steps is compiled; null for other rules.</summary>
    public StepScope InStep(StepBinder? binder)
    {
        step = binder;
        return new StepScope(this);
    }

    public readonly ref struct StepScope(ExpressionCompiler compiler)
    {
        public void Dispose() => compiler.step = null;
    }

    TruthOf Changes(BoundCall call)
    {
        var member = call.Arguments[0];
        if (step is null || VariableOf(member) is not { } variable)
            throw Unexpected(call);
        // The same member of either annotation, whichever of the two the guideline names.
        var other = variable == step.From ? step.To : step.From;
        var equal = Equal(member, new VariableReplacement(variable, other).Apply(member));
        return frame => Kleene.Not(equal(frame));
    }

    static VariableSymbol? VariableOf(BoundExpression expression) =>
        expression switch
        {
            BoundVariable variable => variable.Variable,
            BoundAttribute attribute => VariableOf(attribute.Target),
            BoundAnnotationMember member => VariableOf(member.Target),
            BoundKeypoint keypoint => VariableOf(keypoint.Target),
            BoundPointMember member => VariableOf(member.Target),
            BoundLetCall call => VariableOf(call.Body),
            _ => null,
        };
}
