using System.Collections.Immutable;
using System.Xml.Linq;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;

namespace LabelSpec.Reports.Tests;

public sealed class JUnitTests
{
    [Fact]
    public void The_counts_are_those_of_the_elements()
    {
        var root = Document(SampleResult.Full, SampleResult.Context);
        Assert.Equal(root.Descendants("testcase").Count(), (int)root.Attribute("tests")!);
        Assert.Equal(root.Descendants("failure").Count(), (int)root.Attribute("failures")!);
        Assert.Equal(root.Descendants("error").Count(), (int)root.Attribute("errors")!);
        Assert.All(
            root.Elements("testsuite"),
            suite => Assert.Equal(suite.Elements("testcase").Count(), (int)suite.Attribute("tests")!)
        );
    }

    [Fact]
    public void Warnings_fail_a_case_when_they_fail_the_run()
    {
        var lenient = Document(SampleResult.Full, SampleResult.Context);
        var strict = Document(SampleResult.Full, SampleResult.Context with { FailOn = Severity.Warning });
        var never = Document(SampleResult.Full, SampleResult.Context with { FailOn = Severity.Off });
        Assert.Equal(3, lenient.Descendants("failure").Count());
        Assert.Equal(5, strict.Descendants("failure").Count());
        Assert.Empty(never.Descendants("failure"));
    }

    [Fact]
    public void Very_many_clean_files_are_one_case_each()
    {
        ImmutableArray<AnalysedInput> inputs =
        [
            .. Enumerable.Range(0, 1500).Select(index => new AnalysedInput($"{index:D4}.xml", "voc", null, 1, 1)),
        ];
        var result = SampleResult.Full with { Inputs = inputs, GuidelineFindings = [], Findings = FindingList.Of([]) };
        Assert.Equal(1500, Document(result, SampleResult.Context).Descendants("testcase").Count());
    }

    static XElement Document(AnalysisResult result, ReportContext context) =>
        XDocument.Parse(Written.By("junit", result, context)).Root!;
}
