using System.Globalization;

namespace LabelSpec.Engine.Checks;

/// <summary>A number that decides in a check: <c>check LS3203 { tolerance 2px }</c>.</summary>
/// <param name="Unit"><c>px</c>, <c>px2</c>, <c>%</c> (a ratio), or empty for a plain number.</param>
public sealed record CheckParameter(string Name, double Default, string Unit, string Meaning)
{
    /// <summary>The default as people write it in a guideline: ratios are kept as fractions and written as percent.</summary>
    public string DefaultText =>
        string.Create(CultureInfo.InvariantCulture, $"{(Unit == "%" ? Default * 100 : Default):0.####}{Unit}");
}
