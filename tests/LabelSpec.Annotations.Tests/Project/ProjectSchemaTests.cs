using System.Globalization;
using System.Text.Json.Nodes;
using LabelSpec.Annotations.Project;
using LabelSpec.TestSupport;
using NJsonSchema;
using YamlDotNet.RepresentationModel;

namespace LabelSpec.Annotations.Tests.Project;

public class ProjectSchemaTests
{
    static readonly string CheckedIn = Path.Combine(
        RepositoryFiles.Root,
        "server/LabelSpec.Annotations/Project/labelspec.schema.json"
    );

    [Fact]
    public void The_schema_for_editors_is_the_one_that_the_model_generates()
    {
        var generated = ProjectSchemaGenerator.Generate();
        if (Environment.GetEnvironmentVariable("LABELSPEC_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(CheckedIn, generated);

        Assert.Equal(generated, File.ReadAllText(CheckedIn));
        Assert.Equal(generated, ProjectSchema.Text);
    }

    [Fact]
    public async Task The_schema_has_exactly_the_keys_that_the_reader_has()
    {
        var schema = await JsonSchema.FromJsonAsync(ProjectSchema.Text);

        var keys = schema
            .Properties.Keys.Concat(KeysOf("DatasetEntry", "datasets"))
            .Concat(KeysOf("CoordinateSettings", "datasets.coordinates"))
            .Concat(KeysOf("TableColumns", "datasets.columns"))
            .Concat(KeysOf("Waiver", "waive"));

        Assert.Equal(ProjectBinder.KeyNames.Order(), keys.Order());

        IEnumerable<string> KeysOf(string definition, string path) =>
            schema.Definitions[definition].Properties.Keys.Select(key => $"{path}.{key}");
    }

    [Fact]
    public async Task Every_key_is_described()
    {
        var schema = await JsonSchema.FromJsonAsync(ProjectSchema.Text);

        foreach (var property in schema.Properties.Concat(schema.Definitions.Values.SelectMany(d => d.Properties)))
            if (property.Key != "severity")
                Assert.False(string.IsNullOrEmpty(property.Value.Description), property.Key);
    }

    [Theory]
    [InlineData("spec: a.labelspec\ndatasets: a.json")]
    [InlineData("datasets: [{ path: a }, b]")]
    [InlineData("ground_truth: { path: a, annotator: file name }")]
    [InlineData("class_ids: { 0: car, 1: person }")]
    [InlineData("class_ids: [car, person]")]
    [InlineData("checks: { LS3001: off, LS3002: { severity: error, tolerance: 2 } }")]
    [InlineData("waive: [{ rule: r, because: b, until: '2027-01-31', annotation: 7 }]")]
    public Task What_the_reader_takes_the_schema_takes(string yaml) => Agree(yaml, valid: true);

    [Theory]
    [InlineData("spek: a.labelspec")]
    [InlineData("spec: [a]")]
    [InlineData("spec: ~")]
    [InlineData("datasets: [{ paths: a }]")]
    [InlineData("severity: { a: loud }")]
    [InlineData("datasets: [{ path: a, coordinates: { origin: 2 } }]")]
    [InlineData("datasets: [{ path: a, coordinates: { edges: sharp } }]")]
    [InlineData("splits: { train: { a: b } }")]
    [InlineData("class_ids: car")]
    [InlineData("class_ids: { 0: [car] }")]
    [InlineData("checks: { LS3001: { severity: loud } }")]
    [InlineData("waive: [{ rule: r, because: b }]")]
    [InlineData("waive: [{ rule: r, because: b, until: soon }]")]
    public Task What_the_reader_refuses_the_schema_refuses(string yaml) => Agree(yaml, valid: false);

    [Fact]
    public Task The_file_with_every_key_is_valid() =>
        Agree(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Project/fixtures/full.yaml")), valid: true);

    [Fact]
    public async Task The_example_of_the_documentation_is_valid()
    {
        var page = File.ReadAllText(
            Path.Combine(RepositoryFiles.Root, "server/LabelSpec.Annotations/docs/project-file.md")
        );
        var start = page.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;

        await Agree(page[start..page.IndexOf("```", start, StringComparison.Ordinal)], valid: true);
    }

    [Fact]
    public async Task The_project_files_of_the_samples_are_valid()
    {
        var files = Directory.GetFiles(
            Path.Combine(RepositoryFiles.Root, "samples"),
            ProjectFile.FileName,
            SearchOption.AllDirectories
        );

        Assert.NotEmpty(files);
        foreach (var file in files)
            await Agree(File.ReadAllText(file), valid: true);
    }

    static async Task Agree(string yaml, bool valid)
    {
        var schema = await JsonSchema.FromJsonAsync(ProjectSchema.Text);
        var (_, problems) = ProjectFile.Load(yaml, "labelspec.yaml");
        var errors = schema.Validate(ToJson(yaml));

        Assert.Equal(valid, problems.Count == 0);
        Assert.Equal(valid, errors.Count == 0);
    }

    static string ToJson(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Convert(stream.Documents[0].RootNode)!.ToJsonString();
    }

    static JsonNode? Convert(YamlNode node) =>
        node switch
        {
            YamlMappingNode mapping => new JsonObject(
                mapping.Children.Select(pair =>
                    KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Convert(pair.Value))
                )
            ),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
            YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } plain
                when double.TryParse(plain.Value, CultureInfo.InvariantCulture, out var number) => number,
            YamlScalarNode { Value: "~" } => null,
            YamlScalarNode scalar => scalar.Value,
            _ => throw new InvalidOperationException("The node is of no known kind."),
        };
}
