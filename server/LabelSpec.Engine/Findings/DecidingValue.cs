using System.Globalization;

namespace LabelSpec.Engine.Findings;

/// <summary>A named value that decided a finding: a number, a text, or a yes or no.</summary>
public readonly record struct DecidingValue
{
    public DecidingValue(string name, double number) => (Name, Number) = (name, number);

    public DecidingValue(string name, string text) => (Name, Text) = (name, text);

    public DecidingValue(string name, bool flag) => (Name, Flag) = (name, flag);

    public string Name { get; }

    /// <summary>The value if it is a number; it may be infinite or not a number, as broken files hold such.</summary>
    public double? Number { get; }

    /// <summary>The value if it is a text.</summary>
    public string? Text { get; }

    /// <summary>The value if it is a yes or no.</summary>
    public bool? Flag { get; }

    /// <summary>The value as messages show it: at most four decimals, invariant culture.</summary>
    public string Display =>
        Text
        ?? (
            Number is { } number ? number.ToString("0.####", CultureInfo.InvariantCulture)
            : Flag is true ? "yes"
            : "no"
        );

    public override string ToString() => $"{Name} = {Display}";
}
