using System.Collections.Immutable;
using LabelSpec.Reports.GitHub;
using LabelSpec.Reports.Json;
using LabelSpec.Reports.JUnit;
using LabelSpec.Reports.Sarif;
using LabelSpec.Reports.Text;

namespace LabelSpec.Reports;

/// <summary>Every report format. A new one is a class in a folder of its own and a line here.</summary>
public static class ReportFormats
{
    public static ReportFormat Text { get; } = new("text", "for people, grouped by rule", 10, new TextReport());

    public static ImmutableArray<ReportFormat> All { get; } =
    [
        Text,
        new("json", "for programs, see docs/json.md", 0, new JsonReport()) { StatesHashes = true },
        new("sarif", "SARIF 2.1.0, for code scanning and editors", 0, new SarifReport()) { StatesHashes = true },
        new("junit", "JUnit XML, for test views of build servers", 20, new JUnitReport()),
        new("github", "annotations in GitHub workflows", 10, new GitHubReport()),
    ];

    public static ReportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
