namespace LabelSpec.Annotations.Writing;

/// <summary>Which attributes of annotations a format has a place for.</summary>
public enum AttributeRoom
{
    None,

    /// <summary>Yes or no, and a few by name.</summary>
    Flags,

    /// <summary>Yes or no, and texts; numbers come back as texts.</summary>
    FlagsAndTexts,

    /// <summary>Every value; where a format knows only texts, the value comes back as its text.</summary>
    All,
}
