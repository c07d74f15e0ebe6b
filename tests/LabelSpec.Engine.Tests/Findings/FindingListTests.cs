using System.Text.Json;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine.Tests.Live;

namespace LabelSpec.Engine.Tests.Findings;

public sealed class FindingListTests
{
    [Fact]
    public void Without_its_fixes_a_finding_says_the_same()
    {
        var fixes = 0;
        foreach (var fixture in EditedFixture.All)
        {
            var dataset = DatasetReader.Read([new ReadInput(fixture.Path, new EditorText(fixture.Text))]);
            var findings = Analysis.Run(new AnalysisRequest(dataset) { Guideline = fixture.Guideline }).Findings;
            for (var index = 0; index < findings.Count; index++)
            {
                var finding = findings[index];
                fixes += finding.Fixes.Length;
                Assert.Equal(
                    JsonSerializer.Serialize(finding with { Fixes = [] }),
                    JsonSerializer.Serialize(findings.WithoutFixes([index]).Single())
                );
            }
        }

        Assert.True(fixes > 10, $"only {fixes} fixes");
    }
}
