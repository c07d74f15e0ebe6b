using System.Globalization;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Tests.Checks;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Engine.Tests.Settings;

/// <summary>Every number of every check decides something, wherever it is set.</summary>
public class CheckTuningTests
{
    const string EmptyGuideline = "guideline tuned version \"1.0.0\"\n";

    public static TheoryData<string, string> Parameters
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var check in CheckCatalogue.All)
            foreach (var parameter in check.Parameters)
                data.Add(check.Code, parameter.Name);
            return data;
        }
    }

    public static TheoryData<string> Names => [.. CheckCatalogue.All.Select(check => check.Code)];

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_parameter_decides_what_is_found_wherever_it_is_set(string code, string name)
    {
        var check = CheckCatalogue.Find(code)!;
        var parameter = check.Parameters.Single(one => one.Name == name);
        var usual = Show(Judge(check, EmptyGuideline, null, CheckSettings.Default));

        var (value, tuned) = Candidates(parameter)
            .Select(value => (value, Show(Judge(check, EmptyGuideline, null, SettingsOf(check, name, value)))))
            .FirstOrDefault(one => one.Item2 != usual);

        Assert.True(tuned is not null, $"No value of {name} changes what {code} finds in its fixtures.");
        var text = TextOf(parameter, value);
        Assert.Equal(
            tuned,
            Show(Judge(check, $"{EmptyGuideline}check {code} {{ {name} {text} }}\n", null, CheckSettings.Default))
        );
        Assert.Equal(
            tuned,
            Show(Judge(check, $"{EmptyGuideline}check {check.Name} {{ {name} {text} }}\n", null, CheckSettings.Default))
        );
        foreach (var key in (string[])[code, check.Name])
            Assert.Equal(
                tuned,
                Show(Judge(check, EmptyGuideline, $"checks: {{ {key}: {{ {name}: {text} }} }}", CheckSettings.Default))
            );
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void No_number_however_odd_stops_a_check(string code, string name)
    {
        var check = CheckCatalogue.Find(code)!;
        foreach (var value in (double[])[-1e300, -1, -1e-9, 0, 1e-300, 1, 1e9, 1e300])
            Judge(check, EmptyGuideline, null, SettingsOf(check, name, value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_check_can_be_given_another_severity_or_switched_off(string code)
    {
        var check = CheckCatalogue.Find(code)!;
        foreach (var key in (string[])[code, check.Name])
        {
            var found = Judge(check, $"{EmptyGuideline}check {key}: hint\n", null, CheckSettings.Default);

            Assert.NotEmpty(found);
            Assert.All(found, finding => Assert.Equal(Severity.Hint, finding.Severity));
            Assert.Empty(Judge(check, $"{EmptyGuideline}check {key}: off\n", null, CheckSettings.Default));
            Assert.Empty(Judge(check, EmptyGuideline, $"severity: {{ {key}: off }}", CheckSettings.Default));
        }
    }

    /// <summary>A check has a code and a name: which of them somebody writes must not decide who has the last word.</summary>
    [Theory]
    [InlineData("LS3203", "LS3203")]
    [InlineData("LS3203", "box_partly_outside")]
    [InlineData("box_partly_outside", "LS3203")]
    [InlineData("box_partly_outside", "box_partly_outside")]
    public void The_project_goes_before_the_guideline(string inGuideline, string inProject)
    {
        var check = CheckCatalogue.Find("LS3203")!;
        var guideline = $"{EmptyGuideline}check {inGuideline}: hint {{ tolerance 100000px }}\n";
        var project = $"checks: {{ {inProject}: {{ tolerance: 0px, severity: error }} }}";

        var found = Judge(check, guideline, project, CheckSettings.Default);

        Assert.NotEmpty(found);
        Assert.All(found, finding => Assert.Equal(Severity.Error, finding.Severity));
    }

    [Theory]
    [InlineData("LS3203", "LS3203")]
    [InlineData("LS3203", "box_partly_outside")]
    [InlineData("box_partly_outside", "LS3203")]
    [InlineData("box_partly_outside", "box_partly_outside")]
    public void The_command_line_goes_before_the_project(string inProject, string onCommandLine)
    {
        var check = CheckCatalogue.Find("LS3203")!;
        var settings = new CheckSettings
        {
            Severities = CheckSettings.Default.Severities.SetItem(onCommandLine, Severity.Info),
        };

        var found = Judge(check, EmptyGuideline, $"checks: {{ {inProject}: {{ severity: error }} }}", settings);

        Assert.NotEmpty(found);
        Assert.All(found, finding => Assert.Equal(Severity.Info, finding.Severity));
    }

    static List<Finding> Judge(CheckInfo check, string guideline, string? project, CheckSettings settings)
    {
        var text = Joined(guideline, CheckFixtures.TextOf(check.Code, "guideline.labelspec"));
        var ownProject = CheckFixtures.TextOf(check.Code, ProjectFile.FileName);
        var joined = $"{ownProject}\n{project}\n";
        var file =
            ownProject is null && project is null
                ? null
                : ProjectFile.Load(joined, CheckFixtures.PathOf(check.Code, ProjectFile.FileName)).Project;
        return
        [
            .. CheckFixtures
                .NamesOf(check.Code)
                .SelectMany(fixture =>
                    Analysis
                        .Run(
                            new AnalysisRequest(CheckFixtures.Read(check.Code, fixture))
                            {
                                Guideline = TestGuideline.Bind(text),
                                Project = file,
                                Pictures = new PictureCache(SkiaPictureReader.Instance),
                                Settings = settings,
                            }
                        )
                        .Findings.Where(finding => finding.Rule == check.Code)
                ),
        ];
    }

    // What is said first of a check counts; a header comes before all else, and one is enough.
    static string Joined(string guideline, string? ofFixture)
    {
        if (ofFixture is null)
            return guideline;
        var lines = ofFixture.Split('\n').ToList();
        var header = lines.FindIndex(line => line.StartsWith("guideline ", StringComparison.Ordinal));
        lines.Insert(header + 1, guideline.Replace(EmptyGuideline, "", StringComparison.Ordinal));
        return string.Join('\n', lines);
    }

    static string Show(IEnumerable<Finding> findings) => string.Join('\n', findings.Select(CheckFixtures.Show));

    static CheckSettings SettingsOf(CheckInfo check, string name, double value) =>
        CheckSettings.Default with
        {
            Parameters = CheckSettings.Default.Parameters.SetItem((check.Code, name), value),
        };

    static IEnumerable<double> Candidates(CheckParameter parameter) =>
        parameter.Unit == "%"
            ? Enumerable.Range(0, 101).Select(percent => percent / 100.0).Prepend(0.0001).Append(5)
            : ((double[])[0, 0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 1.1, 1.3, 1.5, 2, 3, 10, 100, 1000]).Select(factor =>
                parameter.Default == 0 ? factor : parameter.Default * factor
            );

    static string TextOf(CheckParameter parameter, double value) =>
        (parameter.Unit == "%" ? value * 100 : value).ToString("0.##########", CultureInfo.InvariantCulture)
        + parameter.Unit;
}
