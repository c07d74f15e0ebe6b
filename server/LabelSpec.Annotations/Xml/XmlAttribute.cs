namespace LabelSpec.Annotations.Xml;

/// <summary>One attribute of a start tag, by its places in the text.</summary>
/// <param name="Name">The name's bytes.</param>
/// <param name="Value">The value's bytes between the quotes, entities not replaced.</param>
readonly record struct XmlAttribute(XmlRange Name, XmlRange Value);
