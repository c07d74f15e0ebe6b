using LabelSpec.Quality.PanopticQuality;

namespace LabelSpec.Reports.Scores;

/// <summary>The means that reports show: of all categories, and of things and stuff where the ground truth tells them apart.</summary>
static class PanopticGroups
{
    public static IEnumerable<(string Name, PanopticScore Score, int Categories)> Of(PanopticReport report)
    {
        yield return ("all", report.All, report.Occurring(Enumerable.Range(0, report.Categories.Length)));
        foreach (var (name, things) in new[] { ("things", true), ("stuff", false) })
            if (report.CategoriesOf(things).Any())
                yield return (name, report.Of(things), report.Occurring(report.CategoriesOf(things)));
    }
}
