namespace LabelSpec.Grammar.Syntax;

/// <summary>Whether a shape covers what is visible of the object, or the whole object.</summary>
public enum ShapeExtent
{
    Visible,
    Amodal,
}
