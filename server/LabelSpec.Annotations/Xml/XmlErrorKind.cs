namespace LabelSpec.Annotations.Xml;

enum XmlErrorKind : byte
{
    /// <summary>The file ends inside something.</summary>
    Truncated,

    /// <summary>A tag, attribute, comment or section that is not written as XML asks.</summary>
    Malformed,

    /// <summary>An end tag that closes nothing, or another element than the open one.</summary>
    WrongEndTag,

    /// <summary>Elements inside elements beyond <see cref="XmlScanner.MaxDepth"/>.</summary>
    TooDeep,
}
