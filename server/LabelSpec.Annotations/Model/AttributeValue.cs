using System.Globalization;

namespace LabelSpec.Annotations.Model;

/// <summary>
/// The value of an attribute as the file types it. A file that knows only text (CVAT, VOC) gives texts; what
/// <c>"true"</c> or <c>"3"</c> mean is for the guideline to say.
/// </summary>
public readonly struct AttributeValue : IEquatable<AttributeValue>
{
    readonly object? text;
    readonly double number;

    AttributeValue(AttributeValueKind kind, double number, object? text)
    {
        Kind = kind;
        this.number = number;
        this.text = text;
    }

    public static AttributeValue Null => default;

    public AttributeValueKind Kind { get; }

    public bool AsBool => number != 0;

    public double AsNumber => number;

    /// <summary>The text of a text value; empty for other kinds.</summary>
    public string AsText => text as string ?? "";

    /// <summary>The texts of a list; empty for other kinds.</summary>
    public ReadOnlySpan<string> AsTexts => text as string[];

    public static AttributeValue Of(bool value) => new(AttributeValueKind.Bool, value ? 1 : 0, null);

    public static AttributeValue Of(double value) => new(AttributeValueKind.Number, value, null);

    public static AttributeValue Of(string value) => new(AttributeValueKind.Text, 0, value);

    public static AttributeValue Of(string[] values) => new(AttributeValueKind.TextList, 0, values);

    public bool Equals(AttributeValue other) =>
        Kind == other.Kind
        && number.Equals(other.number)
        && (Kind == AttributeValueKind.TextList ? AsTexts.SequenceEqual(other.AsTexts) : AsText == other.AsText);

    /// <summary>Equal at a glance: of texts, that they are one text; false says nothing.</summary>
    internal bool IsSameAs(AttributeValue other) =>
        Kind == other.Kind && number == other.number && ReferenceEquals(text, other.text);

    public override bool Equals(object? obj) => obj is AttributeValue other && Equals(other);

    public override int GetHashCode()
    {
        if (Kind != AttributeValueKind.TextList)
            return HashCode.Combine(Kind, number, text);
        var hash = new HashCode();
        foreach (var item in AsTexts)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>The value as people write it: <c>true</c>, <c>0.5</c>, <c>red</c>, <c>a, b</c>.</summary>
    public override string ToString() =>
        Kind switch
        {
            AttributeValueKind.Null => "null",
            AttributeValueKind.Bool => AsBool ? "true" : "false",
            AttributeValueKind.Number => number.ToString("R", CultureInfo.InvariantCulture),
            AttributeValueKind.Text => AsText,
            _ => string.Join(", ", AsTexts),
        };

    public static bool operator ==(AttributeValue left, AttributeValue right) => left.Equals(right);

    public static bool operator !=(AttributeValue left, AttributeValue right) => !left.Equals(right);
}
