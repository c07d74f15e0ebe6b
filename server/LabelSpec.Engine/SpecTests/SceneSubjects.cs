using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Data;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.SpecTests;

/// <summary>
/// Whether a scene has anything that a rule ranges over. A scene shows a few classes of a guideline that may have hundreds of
/// rules: compiling those that cannot say anything would make the tests of a guideline cost the square of its length.
/// </summary>
sealed class SceneSubjects(Dataset dataset, Guideline guideline)
{
    readonly ClassMap classes = new(dataset, guideline);

    public bool HaveAnyOf(RuleSymbol rule) =>
        rule.Binder switch
        {
            EachBinder binder => Has(binder.Variable),
            GroupBinder binder => Has(binder.Variable),
            TrackBinder binder => Has(binder.Variable),
            OrderedPairBinder binder => Has(binder.First) && Has(binder.Second),
            UnorderedPairBinder binder => Has(binder.First) && Has(binder.Second),
            StepBinder binder => Has(binder.From) && Has(binder.To),
            _ => true,
        };

    bool Has(VariableSymbol variable) => Array.IndexOf(classes.Members(variable.Classes), true) >= 0;
}
