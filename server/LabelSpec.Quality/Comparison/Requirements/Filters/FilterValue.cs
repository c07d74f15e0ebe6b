namespace LabelSpec.Quality.Comparison;

/// <summary>
/// A value in a filter, compared as Python does, in which CVAT evaluates filters: truth values are the numbers 0 and 1, and
/// texts are neither equal to numbers nor greater or less.
/// </summary>
readonly record struct FilterValue
{
    readonly double number;
    readonly string? text;

    FilterValue(FilterValueKind kind, double number, string? text)
    {
        Kind = kind;
        this.number = number;
        this.text = text;
    }

    /// <summary>The annotation has no such thing; also a <c>null</c> that a filter writes.</summary>
    public static FilterValue Missing => default;

    /// <summary>It is there, but nothing that can be compared.</summary>
    public static FilterValue Thing { get; } = new(FilterValueKind.Thing, 0, null);

    public FilterValueKind Kind { get; }

    public bool IsMissing => Kind == FilterValueKind.Missing;

    /// <summary>The text of a text; null for other kinds.</summary>
    public string? Text => text;

    public static FilterValue Of(bool value) => new(FilterValueKind.Number, value ? 1 : 0, null);

    public static FilterValue Of(double value) => new(FilterValueKind.Number, value, null);

    public static FilterValue Of(string? value) => value is null ? Missing : new(FilterValueKind.Text, 0, value);

    public bool IsSame(FilterValue other) =>
        (Kind, other.Kind) switch
        {
            (FilterValueKind.Number, FilterValueKind.Number) => number == other.number,
            (FilterValueKind.Text, FilterValueKind.Text) => text == other.text,
            _ => false,
        };

    /// <summary>Below, at or above 0 as the value is less than, equal to or greater than another; null where that means nothing.</summary>
    public int? CompareTo(FilterValue other) =>
        (Kind, other.Kind) switch
        {
            (FilterValueKind.Number, FilterValueKind.Number) => double.IsNaN(number) || double.IsNaN(other.number)
                ? null
                : number.CompareTo(other.number),
            (FilterValueKind.Text, FilterValueKind.Text) => string.CompareOrdinal(text, other.text),
            _ => null,
        };
}
