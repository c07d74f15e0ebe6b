namespace LabelSpec.Annotations.Xml;

/// <summary>A range of bytes of the scanned text.</summary>
readonly record struct XmlRange(int Start, int Length)
{
    public static XmlRange None => new(-1, 0);

    public bool IsNone => Start < 0;

    public int End => Start + Length;
}
