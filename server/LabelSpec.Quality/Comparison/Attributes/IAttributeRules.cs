namespace LabelSpec.Quality.Comparison;

/// <summary>Says which attributes are compared, and how.</summary>
interface IAttributeRules
{
    /// <summary>Null where the attribute is not compared.</summary>
    /// <param name="label">The label of the annotations that have it.</param>
    /// <param name="attribute">Its name as files spell it.</param>
    AttributeRule? RuleOf(string label, string attribute);
}
