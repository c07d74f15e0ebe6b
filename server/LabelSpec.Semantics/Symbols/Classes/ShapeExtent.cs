namespace LabelSpec.Semantics.Symbols.Classes;

/// <summary>Which part of an object a shape encloses.</summary>
public enum ShapeExtent
{
    Unspecified,

    /// <summary>Only what can be seen.</summary>
    Visible,

    /// <summary>The whole object, hidden parts estimated; may leave the image.</summary>
    Amodal,
}
