using System.Globalization;

namespace LabelSpec.Reports.Pictures;

/// <summary>A colour in sRGB with its opacity, each from 0 to 255.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue, byte Alpha = 255)
{
    // Easily told apart on white, also with the common kinds of colour blindness (Okabe and Ito, 2008).
    static readonly Colour[] Distinct =
    [
        new(0, 114, 178),
        new(230, 159, 0),
        new(0, 158, 115),
        new(204, 121, 167),
        new(86, 180, 233),
        new(148, 103, 20),
    ];

    public static Colour White { get; } = new(255, 255, 255);

    public static Colour Ink { get; } = new(32, 36, 42);

    public static Colour Pale { get; } = new(214, 218, 224);

    public static Colour Violation { get; } = new(213, 38, 38);

    public Colour WithAlpha(byte alpha) => this with { Alpha = alpha };

    /// <summary>One of a few colours, always the same for the same index.</summary>
    public static Colour Of(int index) => Distinct[index % Distinct.Length];

    /// <summary>Reads <c>#rrggbb</c>; null when it is something else.</summary>
    public static Colour? Parse(string? text) =>
        text is ['#', .. { Length: 6 } digits]
        && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Colour((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;
}
