namespace LabelSpec.Annotations.Xml;

enum XmlToken : byte
{
    /// <summary>Nothing was read yet.</summary>
    None,

    /// <summary>A start tag, or an element that is only a tag.</summary>
    Start,

    /// <summary>An end tag; also where one is missing.</summary>
    End,

    /// <summary>Text or a CDATA section.</summary>
    Text,

    /// <summary>The end of the file.</summary>
    Finished,
}
