using System.Globalization;

namespace LabelSpec.Engine.Checks;

/// <summary>Numbers and lists as messages say them.</summary>
static class Wording
{
    /// <summary>At most two decimals, for coordinates.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>At most four decimals, for coordinates in shares of an image's size.</summary>
    public static string Share(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A ratio as percent, at most one decimal.</summary>
    public static string Percent(double ratio) => $"{(ratio * 100).ToString("0.#", CultureInfo.InvariantCulture)} %";

    /// <summary><c>1 image</c>, <c>2 images</c>.</summary>
    public static string Count(long count, string noun, string? plural = null) =>
        $"{count} {(count == 1 ? noun : plural ?? noun + "s")}";

    /// <summary>The first few, then how many more there are.</summary>
    public static string List(IReadOnlyCollection<string> items, int shown = 5) =>
        items.Count <= shown
            ? string.Join(", ", items)
            : $"{string.Join(", ", items.Take(shown))} and {items.Count - shown} more";

    /// <summary>Values in quotes, as they may hold spaces.</summary>
    public static string Quoted(IEnumerable<string> values, int shown = 12) =>
        List([.. values.Select(value => $"\"{value}\"")], shown);
}
