namespace LabelSpec.Annotations.Model;

public enum AttributeValueKind : byte
{
    /// <summary>JSON <c>null</c>, or an empty element.</summary>
    Null,
    Bool,
    Number,
    Text,
    TextList,
}
