using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>What attribute declarations of annotation tools mean.</summary>
static class AttributeDeclarations
{
    /// <summary>
    /// Whether the declared values are the only ones. For numbers they are minimum, maximum and step, for free text
    /// a suggestion, and a checkbox declares its two states.
    /// </summary>
    public static bool ListsItsValues(AttributeDeclaration attribute) =>
        !attribute.Values.IsEmpty && attribute.InputType is "select" or "radio" or "oneof_string";
}
