using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Settings;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Tests;

public class AnalysisTests
{
    // Annotation 1 leaves the image, annotation 2 has no height, 3 and 4 are one.
    const string Images = """[{"id": 1, "file_name": "a.jpg", "width": 100, "height": 100}]""";
    const string Categories = """[{"id": 1, "name": "car"}]""";
    const string One = """{"id": 1, "image_id": 1, "category_id": 1, "bbox": [50, 0, 80, 10]}""";
    const string Two = """{"id": 2, "image_id": 1, "category_id": 1, "bbox": [1, 1, 5, 0]}""";
    const string Three = """{"id": 3, "image_id": 1, "category_id": 1, "bbox": [20, 20, 5, 5]}""";
    const string Four = """{"id": 4, "image_id": 1, "category_id": 1, "bbox": [20, 20, 5, 5]}""";

    [Fact]
    public void Findings_stand_in_the_order_of_the_file()
    {
        var result = Run(File(One, Two, Three, Four));
        Assert.Equal(["LS3203", "LS3202", "LS3601"], result.Findings.Select(finding => finding.Rule));
        Assert.Equal(["1", "2", "4"], result.Findings.Select(finding => finding.Annotation));
        Assert.Equal((2, 1), (result.Summary.Errors, result.Summary.Warnings));
    }

    [Fact]
    public void Tallies_count_what_was_satisfied_and_what_was_violated()
    {
        var tally = Run(File(One, Two, Three, Four)).Rules.Single(rule => rule.Rule == "LS3202");
        Assert.Equal((3, 1, 0), (tally.Satisfied, tally.Violated, tally.Undecidable));
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        var dataset = Read(File(One, Two, Three, Four));
        var one = Analysis.Run(new AnalysisRequest(dataset) { Threads = 1 });
        var four = Analysis.Run(new AnalysisRequest(dataset) { Threads = 4 });
        Assert.Equal(one.Findings.Select(Show), four.Findings.Select(Show));
        Assert.Equal(one.Rules.ToArray(), four.Rules.ToArray());
    }

    [Fact]
    public void Thousands_of_findings_come_in_their_order_however_many_threads_make_them()
    {
        var many = Enumerable
            .Range(1, 6_000)
            .Select(id => Two.Replace("\"id\": 2", $"\"id\": {id}", StringComparison.Ordinal));
        var dataset = Read(File([.. many]));
        var one = Analysis.Run(new AnalysisRequest(dataset) { Threads = 1 }).Findings;
        var four = Analysis.Run(new AnalysisRequest(dataset) { Threads = 4 }).Findings;

        Assert.True(one.Count > 5_000);
        Assert.Equal(one.Select(Show), four.Select(Show));
        int[] some = [.. Enumerable.Range(0, one.Count).Where(index => index % 3 != 1).Reverse()];
        Assert.Equal(some.Select(index => Show(one[index])), four.Make(some).Select(Show));
    }

    [Fact]
    public void Fingerprints_survive_another_order_and_another_layout()
    {
        var before = Run(File(One, Two, Three, Four)).Findings.Select(finding => finding.Fingerprint).Order();
        var text = File(Four, Two, Three, One).Replace(", ", ",\n  ", StringComparison.Ordinal);
        var after = Run(text).Findings.Select(finding => finding.Fingerprint).Order();
        Assert.Equal(before, after);
    }

    [Fact]
    public void Fingerprints_of_equal_findings_differ_by_their_number()
    {
        var five = Four.Replace("\"id\": 4", "\"id\": 5", StringComparison.Ordinal);
        var findings = Run(File(Three, Four, five)).Findings;
        Assert.Equal(findings.Count, findings.Select(finding => finding.Fingerprint).Distinct().Count());
    }

    [Fact]
    public void What_the_baseline_knows_is_not_reported_and_what_is_new_is()
    {
        var known = Baseline.Of(Run(File(One, Two)).Findings);
        var result = Analysis.Run(new AnalysisRequest(Read(File(Three, Four, Two, One))) { Baseline = known });
        Assert.Equal(["LS3601"], result.Findings.Select(finding => finding.Rule));
        Assert.Equal(2, result.Summary.Known);
    }

    [Theory]
    [InlineData("annotation: 1", "2026-01-31", 1)]
    [InlineData("annotation: 7", "2026-01-31", 0)]
    [InlineData("image: a.jpg", "2026-01-31", 1)]
    [InlineData("file: '*.json'", "2026-01-31", 1)]
    [InlineData("file: other.json", "2026-01-31", 0)]
    [InlineData("annotation: 1", "2025-12-31", 0)]
    public void A_waiver_excuses_what_it_names_until_its_last_day(string names, string until, int waived)
    {
        var yaml = $"waive:\n  - {{ rule: box_partly_outside, {names}, because: a mirror, until: {until} }}\n";
        var (project, problems) = ProjectFile.Load(yaml, Path.GetFullPath("labelspec.yaml"));
        Assert.Empty(problems);

        var result = Analysis.Run(
            new AnalysisRequest(Read(File(One, Two))) { Project = project, Today = new(2026, 1, 31) }
        );
        Assert.Equal(waived, result.Summary.Waived);
        Assert.Equal(2 - waived, result.Findings.Count);
    }

    [Fact]
    public void The_project_file_tunes_severities_and_tolerances()
    {
        var yaml = "severity: { LS3202: info }\nchecks: { LS3203: { tolerance: 40px } }\n";
        var (project, problems) = ProjectFile.Load(yaml, Path.GetFullPath("labelspec.yaml"));
        Assert.Empty(problems);

        var findings = Analysis.Run(new AnalysisRequest(Read(File(One, Two))) { Project = project }).Findings;
        Assert.Equal([("LS3202", Severity.Info)], findings.Select(finding => (finding.Rule, finding.Severity)));
    }

    [Theory]
    [InlineData("check box_size: off", "LS3203 Warning")]
    [InlineData("check LS3202: hint", "LS3203 Warning, LS3202 Hint")]
    [InlineData("check box_partly_outside { tolerance 40px }", "LS3202 Error")]
    [InlineData("check box_partly_outside { tolerance 40px for car }", "LS3202 Error")]
    [InlineData("check box_partly_outside { tolerance 40px for truck }", "LS3203 Warning, LS3202 Error")]
    [InlineData("check box_partly_outside: info { for car }", "LS3203 Info, LS3202 Error")]
    [InlineData("check box_partly_outside: off check box_size: off { for car }", "")]
    [InlineData(
        "check LS3203 { tolerance 40px } check LS3203 { tolerance 0px for car }",
        "LS3203 Warning, LS3202 Error"
    )]
    [InlineData("check LS3203: off check box_partly_outside: hint { for car }", "LS3203 Hint, LS3202 Error")]
    [InlineData("check LS3203 { tolerance 0px for thing } check LS3203 { tolerance 40px for car }", "LS3202 Error")]
    [InlineData("check LS3203 { tolerance 40px for car } check LS3203: info { for thing }", "LS3202 Error")]
    [InlineData("check LS3203: info { for thing } check LS3203 { tolerance 0px for car }", "LS3203 Info, LS3202 Error")]
    public void The_guideline_tunes_checks_for_all_or_for_some_classes(string tuning, string expected)
    {
        var guideline = TestGuideline.Bind(
            $$"""
            guideline g version "1.0.0"
            abstract class thing { shape box }
            class car extends thing
            class truck extends thing
            {{tuning}}
            """
        );
        var result = Analysis.Run(new AnalysisRequest(Read(File(One, Two))) { Guideline = guideline });
        Assert.Equal(
            expected,
            string.Join(", ", result.Findings.Select(finding => $"{finding.Rule} {finding.Severity}"))
        );
        Assert.Distinct(result.Rules.Select(rule => rule.Rule));
        foreach (var rule in result.Rules.Where(rule => rule.Rule == "LS3203"))
            Assert.Equal(2, rule.Satisfied + rule.Violated);
    }

    [Fact]
    public void Only_the_named_checks_are_judged()
    {
        var settings = CheckSettings.Default with { Only = CheckSettings.Default.Only.Add("exact_duplicate") };
        var result = Analysis.Run(new AnalysisRequest(Read(File(One, Two, Three, Four))) { Settings = settings });
        Assert.Equal(["LS3601"], result.Rules.Select(rule => rule.Rule));
    }

    [Fact]
    public void What_a_reader_cannot_take_is_a_finding_at_the_annotation_it_stands_in()
    {
        var finding = Run(File(One.Replace("]}", "], \"iscrowd\": 2}", StringComparison.Ordinal), Two))
            .Findings.Single(finding => finding.Rule == "LS2117");
        Assert.Equal(("1", "a.jpg"), (finding.Annotation, finding.Image));
    }

    [Fact]
    public void A_file_that_ends_too_early_is_unreadable_and_the_rest_is_judged()
    {
        var text = File(One, Two);
        var result = Run(text[..text.IndexOf("\"bbox\": [1, 1", StringComparison.Ordinal)]);
        Assert.True(result.HasUnreadableInput);
        Assert.Contains(result.Findings, finding => finding.Rule == "LS3203");
    }

    static string File(params string[] annotations) =>
        $$"""{"images": {{Images}}, "categories": {{Categories}}, "annotations": [{{string.Join(", ", annotations)}}]}""";

    static Dataset Read(string json) => DatasetReader.Read([new ReadInput("a.json", Encoding.UTF8.GetBytes(json))]);

    static AnalysisResult Run(string json) => Analysis.Run(new AnalysisRequest(Read(json)));

    static string Show(Finding finding) => $"{finding.Rule} {finding.Location} {finding.Message} {finding.Fingerprint}";
}
