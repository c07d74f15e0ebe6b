using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>Repairs that write what was probably meant. Nobody can be sure of that, so none of them is made without asking.</summary>
static class Meant
{
    public static Repair Value(int row, string attribute, string value) =>
        new(
            $"Change {attribute} to \"{value}\"",
            new ElementChange.SetAttribute(Element.Annotation(row), attribute, AttributeValue.Of(value))
        )
        {
            IsSafe = false,
        };
}
