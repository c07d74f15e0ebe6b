using System.Collections.Immutable;

namespace LabelSpec.Reports.Comparisons;

/// <summary>Every format of comparisons. A new one is a class in this folder and a line here.</summary>
public static class ComparisonReports
{
    public static ImmutableArray<(string Name, string Description, IComparisonReport Report)> All { get; } =
    [
        ("text", "for people", new ComparisonText()),
        ("json", "for programs, see docs/comparison.md", new ComparisonJson()),
    ];

    public static IComparisonReport Find(string name) => All.First(format => format.Name == name).Report;
}
