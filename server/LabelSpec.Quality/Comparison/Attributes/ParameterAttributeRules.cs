namespace LabelSpec.Quality.Comparison;

/// <summary>One rule for an attribute, whatever label has it: what the parameters say, and else what the profile does.</summary>
sealed class ParameterAttributeRules(ProfileStrategies profile, ComparisonParameters parameters) : IAttributeRules
{
    public AttributeRule? RuleOf(string label, string attribute) =>
        parameters.Attributes.GetValueOrDefault(attribute)
        ?? (profile.ComparesAllAttributes ? AttributeRule.Exact : null);
}
