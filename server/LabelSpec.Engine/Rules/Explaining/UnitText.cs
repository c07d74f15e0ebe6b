using System.Globalization;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Engine.Rules.Explaining;

/// <summary>Values as messages show them.</summary>
static class UnitText
{
    public const string Unknown = "unknown";

    /// <summary>At most four significant decimals, with the unit: <c>9.5 px</c>, <c>0.91</c>, <c>12°</c>.</summary>
    public static string Of(double number, LabelType type)
    {
        if (double.IsNaN(number))
            return Unknown;
        var digits = number.ToString(Math.Abs(number) < 100 ? "0.####" : "0.##", CultureInfo.InvariantCulture);
        return type is NumberType { Unit: { IsScalar: false } unit }
            ? unit.ToString() switch
            {
                "deg" => digits + "°",
                "px2" => digits + " px²",
                var symbol => $"{digits} {symbol}",
            }
            : digits;
    }

    public static string Of(Truth value) =>
        value switch
        {
            Truth.True => "yes",
            Truth.False => "no",
            _ => Unknown,
        };
}
