using System.Globalization;

namespace LabelSpec.Reports;

/// <summary>Counts as people read them: <c>12,345 boxes</c>, <c>1 box</c>.</summary>
public static class Count
{
    public static string Of(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Of(long count, string singular, string? plural = null) =>
        $"{Of(count)} {(count == 1 ? singular : plural ?? singular + "s")}";
}
