using System.Text.Json;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Tests.Sharding;

/// <summary>All that a report may say of a finding, as one text to compare.</summary>
static class ShownFinding
{
    public static string Of(Finding finding) =>
        JsonSerializer.Serialize(
            new
            {
                finding.Rule,
                finding.Severity,
                finding.Message,
                finding.Location,
                finding.Image,
                finding.Annotation,
                finding.Fingerprint,
                finding.Related,
                Values = finding.Values.Select(value => value.ToString()),
                finding.Fixes,
            }
        );
}
