using System.Text;

namespace LabelSpec.Semantics.Types;

/// <summary>Writes units the way people read them.</summary>
internal static class UnitText
{
    public static string Of(Unit unit)
    {
        if (unit.IsScalar)
        {
            return unit.Kind switch
            {
                ScalarKind.Count => "count",
                ScalarKind.Ratio => "ratio",
                _ => "number",
            };
        }
        var over = new StringBuilder();
        var under = new StringBuilder();
        Append(unit.Pixels, "px");
        Append(unit.Metres, "m");
        Append(unit.Degrees, "deg");
        Append(unit.Seconds, "s");
        return (over.Length == 0 ? "1" : over.ToString()) + (under.Length == 0 ? "" : "/" + under);

        void Append(int power, string symbol)
        {
            if (power == 0)
            {
                return;
            }
            var target = power > 0 ? over : under;
            if (target.Length > 0)
            {
                target.Append('·');
            }
            target.Append(symbol);
            if (Math.Abs(power) > 1)
            {
                target.Append(Math.Abs(power));
            }
        }
    }
}
