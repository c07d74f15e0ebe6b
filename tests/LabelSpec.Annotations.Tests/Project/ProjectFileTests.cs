using LabelSpec.Annotations.Project;

namespace LabelSpec.Annotations.Tests.Project;

public class ProjectFileTests
{
    static readonly string FullText = File.ReadAllText(Fixture("full.yaml"));

    static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Project", "fixtures", name);

    static ProjectFile LoadClean(string text)
    {
        var (project, problems) = ProjectFile.Load(text, "/data/set/labelspec.yaml");
        Assert.Empty(problems);
        return project;
    }

    static ProjectProblem OnlyProblem(string text)
    {
        var (_, problems) = ProjectFile.Load(text, "/data/set/labelspec.yaml");
        return Assert.Single(problems);
    }

    [Fact]
    public void A_file_with_every_key_is_read_completely()
    {
        var project = LoadClean(FullText);

        Assert.Equal("guideline/urban.labelspec", project.Spec);
        Assert.Equal(["data/extra/*.json"], project.Datasets[0].Path);
        var dataset = project.Datasets[1];
        Assert.Equal(["data/train/**/*.json", "data/more.json"], dataset.Path);
        Assert.Equal(["data/train/old/**"], dataset.Exclude);
        Assert.Equal(
            ("coco", "data/images", "file name", "guideline/night.labelspec"),
            (dataset.Format, dataset.Images, dataset.Annotator, dataset.Spec)
        );
        Assert.Equal(
            new CoordinateSettings
            {
                Origin = 1,
                Edges = BoxEdges.Inclusive,
                Unit = CoordinateUnit.Pixels,
            },
            dataset.Coordinates
        );
        Assert.Equal(["data/gt.json"], Assert.Single(project.GroundTruth).Path);
        Assert.Equal(".labelspec/baseline.json", project.Baseline);
        Assert.Equal(SeverityOverride.Off, project.Severity["enough_pedestrians"]);
        Assert.Equal(SeverityOverride.Warning, project.Severity["LS3004"]);
        Assert.Equal(SeverityOverride.Info, project.Checks["LS3010"].Severity);
        Assert.Equal("2px", project.Checks["LS3010"].Values["tolerance"]);
        Assert.Equal(SeverityOverride.Off, project.Checks["LS3011"].Severity);
        Assert.Equal(["data/val/**", "data/val2/**"], project.Splits!.Parts["val"]);
        Assert.Equal("scene7", project.Splits.GroupOf("scene7_0004"));
        Assert.Equal(
            new Waiver
            {
                Rule = "one_class_per_vehicle",
                File = "data/train/a.json",
                Annotation = "117",
                Because = "toy truck on a car",
                Until = new(2027, 1, 31),
            },
            Assert.Single(project.Waive) with
            {
                RulePlace = default,
            }
        );
    }

    [Theory]
    [InlineData("spec", 2, 7)]
    [InlineData("datasets[0]", 4, 5)]
    [InlineData("datasets[1].path[1]", 5, 34)]
    [InlineData("datasets[1].coordinates.edges", 11, 38)]
    [InlineData("severity.LS3004", 14, 46)]
    [InlineData("checks.LS3010.tolerance", 16, 40)]
    [InlineData("splits.val[1]", 20, 22)]
    [InlineData("splits.group", 21, 10)]
    [InlineData("waive[0].until", 23, 116)]
    public void Every_value_has_its_place(string path, int line, int column)
    {
        var range = LoadClean(FullText).Positions.Find(path)!.Value;

        Assert.Equal((line, column), (range.StartLine, range.StartColumn));
        Assert.Equal(FullText.Split('\n')[..(line - 1)].Sum(l => l.Length + 1) + column - 1, range.StartOffset);
    }

    [Theory]
    [InlineData("datasets[1].path", "[data/train/**/*.json, data/more.json]")]
    [InlineData("datasets[1].coordinates", "{ origin: 1, edges: inclusive, unit: pixels }")]
    [InlineData("splits.val", "[data/val/**, data/val2/**]")]
    [InlineData("splits.group", @"'^(.+)_\d+$'")]
    public void A_value_ends_where_it_ends(string path, string value)
    {
        var range = LoadClean(FullText).Positions.Find(path)!.Value;

        Assert.Equal(value, FullText[range.StartOffset..range.EndOffset]);
    }

    [Fact]
    public void A_misspelt_key_is_answered_with_the_nearest_one()
    {
        var problem = OnlyProblem("spec: a.labelspec\ndatsets: x.json\n");

        Assert.Equal(ProjectProblemCodes.UnknownKey, problem.Code);
        Assert.Equal((2, 1, 2, 8), At(problem));
        Assert.Equal("datasets", problem.Replacement);
        Assert.Contains("Did you mean \"datasets\"?", problem.Message);
    }

    [Fact]
    public void A_key_like_no_other_is_answered_with_all_of_them()
    {
        Assert.Contains("spec, datasets, ground_truth", OnlyProblem("frobnicate: 1").Message);
    }

    [Theory]
    [InlineData("severity: { a: eror }", ProjectProblemCodes.UnknownValue, 1, 16, "\"error\"")]
    [InlineData("spec: [a, b]", ProjectProblemCodes.WrongKind, 1, 7, "a list")]
    [InlineData("spec:", ProjectProblemCodes.WrongKind, 1, 6, "nothing")]
    [InlineData("- a\n- b", ProjectProblemCodes.WrongKind, 1, 1, "mapping")]
    [InlineData("spec: a\nspec: b", ProjectProblemCodes.DuplicateKey, 2, 1, "second time")]
    [InlineData("datasets: ['a[b']", ProjectProblemCodes.InvalidGlob, 1, 12, "not closed")]
    [InlineData("datasets: ['{a,{b}}']", ProjectProblemCodes.InvalidGlob, 1, 12, "alternatives")]
    [InlineData("splits: { group: '(' }", ProjectProblemCodes.InvalidRegex, 1, 18, "does not parse")]
    [InlineData("splits: { group: '(?=a)b' }", ProjectProblemCodes.InvalidRegex, 1, 18, "linear")]
    [InlineData(
        "waive: [{ rule: r, because: b, until: 31.1.2027 }]",
        ProjectProblemCodes.InvalidDate,
        1,
        39,
        "2027-01-31"
    )]
    [InlineData("waive: [{ rule: r, because: b }]", ProjectProblemCodes.MissingKey, 1, 9, "\"until\"")]
    [InlineData("datasets: [{ format: coco }]", ProjectProblemCodes.MissingKey, 1, 12, "\"path\"")]
    [InlineData("spec: *nowhere", ProjectProblemCodes.InvalidYaml, 1, 7, "&nowhere")]
    [InlineData("? [a]\n: b", ProjectProblemCodes.WrongKind, 1, 3, "plain word")]
    [InlineData("spec: a\n---\nspec: b", ProjectProblemCodes.WrongKind, 2, 1, "one YAML document")]
    [InlineData("datasets: [{ path: a, coordinates: { origin: 2 } }]", ProjectProblemCodes.UnknownValue, 1, 46, "0, 1")]
    public void A_mistake_is_reported_where_it_stands(string text, string code, int line, int column, string says)
    {
        var problem = ProjectFile.Load(text, "labelspec.yaml").Problems[0];

        Assert.Equal(code, problem.Code);
        Assert.Equal((line, column), (problem.Range.StartLine, problem.Range.StartColumn));
        Assert.Contains(says, problem.Message);
    }

    [Fact]
    public void Broken_YAML_is_reported_where_it_breaks_and_what_stands_before_it_is_kept()
    {
        var (project, problems) = ProjectFile.Load("spec: a.labelspec\ndatasets:\n  - a.json\n  - 'b\n", "l.yaml");

        var problem = Assert.Single(problems);
        Assert.Equal(ProjectProblemCodes.InvalidYaml, problem.Code);
        Assert.Equal(4, problem.Range.StartLine);
        Assert.Equal("a.labelspec", project.Spec);
        Assert.Equal(["a.json"], Assert.Single(project.Datasets).Path);
    }

    [Fact]
    public void An_exception_without_reason_or_end_hides_nothing()
    {
        Assert.Empty(ProjectFile.Load("waive: [{ rule: r }]", "l.yaml").Project.Waive);
    }

    [Fact]
    public void A_waiver_holds_on_its_last_day_and_not_after_it()
    {
        var waiver = new Waiver { Until = new(2027, 1, 31) };

        Assert.False(waiver.IsExpired(new(2027, 1, 31)));
        Assert.True(waiver.IsExpired(new(2027, 2, 1)));
    }

    [Fact]
    public void An_empty_file_is_a_project_without_settings()
    {
        Assert.Empty(LoadClean("").Datasets);
        Assert.Empty(LoadClean("# nothing yet\n").Datasets);
        Assert.Empty(LoadClean("~").Datasets);
    }

    [Fact]
    public void Anchors_and_aliases_are_followed()
    {
        var project = LoadClean("datasets: &d [a.json, b.json]\nground_truth: *d\n");

        Assert.Equal(2, project.GroundTruth.Count);
    }

    [Fact]
    public void Aliases_that_multiply_are_cut_off()
    {
        var globs = string.Join(", ", Enumerable.Repeat("a", 1000));
        var splits = string.Join("", Enumerable.Range(0, 1000).Select(i => $"  s{i}: *g\n"));

        var problem = OnlyProblem($"splits:\n  s: &g [{globs}]\n{splits}");

        Assert.Equal(ProjectProblemCodes.TooLarge, problem.Code);
    }

    [Fact]
    public void An_alias_inside_its_own_anchor_is_refused()
    {
        var problems = ProjectFile.Load("datasets: &d [*d]", "l.yaml").Problems;

        Assert.Contains(problems, p => p.Message.Contains("contains itself"));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    public void Deep_nesting_is_refused(string open, string close)
    {
        var text =
            "spec: " + string.Concat(Enumerable.Repeat(open, 5000)) + string.Concat(Enumerable.Repeat(close, 5000));

        Assert.Contains(ProjectFile.Load(text, "l.yaml").Problems, p => p.Code == ProjectProblemCodes.TooLarge);
    }

    [Fact]
    public void A_huge_file_is_refused()
    {
        Assert.Equal(ProjectProblemCodes.TooLarge, OnlyProblem(new string('#', 2 << 20)).Code);
    }

    [Fact]
    public void Every_prefix_of_a_file_is_read_without_an_exception()
    {
        for (var length = 0; length <= FullText.Length; length++)
            ProjectFile.Load(FullText[..length], "l.yaml");
    }

    [Fact]
    public void Random_damage_is_read_without_an_exception()
    {
        var random = new Random(1);
        for (var round = 0; round < 2000; round++)
        {
            var chars = FullText.ToCharArray();
            for (var i = 0; i < 5; i++)
                chars[random.Next(chars.Length)] = "{}[]:&*'\"-?|>\n\t %\0x"[random.Next(19)];
            ProjectFile.Load(new string(chars), "l.yaml");
        }
    }

    [Fact]
    public void The_nearest_file_upwards_governs()
    {
        var root = Directory.CreateTempSubdirectory("labelspec");
        try
        {
            var inner = root.CreateSubdirectory("a/b");
            var file = Path.Combine(root.FullName, "a", ProjectFile.FileName);
            File.WriteAllText(file, "");
            File.WriteAllText(Path.Combine(root.FullName, ProjectFile.FileName), "");

            Assert.Equal(file, ProjectFile.FindFor(Path.Combine(inner.FullName, "x.json")));
            Assert.Equal(file, ProjectFile.FindFor(inner.FullName));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("data/extra/x.json", 0)]
    [InlineData("data/train/a/b/x.json", 1)]
    [InlineData("data/train/old/x.json", -1)]
    [InlineData("data/more.json", 1)]
    [InlineData("data/other.json", -1)]
    public void A_file_belongs_to_the_first_entry_that_names_it(string path, int entry)
    {
        var project = LoadClean(FullText);

        var found = project.DatasetOf(Path.Combine(project.Folder, path));

        Assert.Equal(entry < 0 ? null : project.Datasets[entry], found);
    }

    [Fact]
    public void A_folder_stands_for_everything_below_it()
    {
        var project = LoadClean("datasets: data/train");

        Assert.NotNull(project.DatasetOf("/data/set/data/train/a/x.json"));
        Assert.Null(project.DatasetOf("/data/set/data/trainer/x.json"));
    }

    [Fact]
    public void A_file_in_two_splits_is_told_both()
    {
        var project = LoadClean("splits: { train: 'data/**', val: 'data/val/**' }");

        Assert.Equal(["train", "val"], project.Splits!.SplitsOf("data/val/x.jpg"));
    }

    static (int, int, int, int) At(ProjectProblem problem) =>
        (problem.Range.StartLine, problem.Range.StartColumn, problem.Range.EndLine, problem.Range.EndColumn);
}
