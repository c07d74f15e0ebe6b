namespace LabelSpec.Annotations.Xml;

/// <summary>A place where a file is not well-formed.</summary>
readonly record struct XmlError(XmlErrorKind Kind, int Start, int Length, string Message);
