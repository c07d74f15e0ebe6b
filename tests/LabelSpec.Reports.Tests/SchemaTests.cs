using System.Text.Json.Nodes;
using NJsonSchema;

namespace LabelSpec.Reports.Tests;

/// <summary>What is written follows the published schemas, and the schemas are strict enough to say so.</summary>
public sealed class SchemaTests
{
    static readonly Lazy<Task<JsonSchema>> Report = new(() => JsonSchema.FromJsonAsync(ReportSchema.Text));
    static readonly Lazy<Task<JsonSchema>> Sarif = new(() =>
        JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "sarif-2.1.0.schema.json"))
    );

    [Fact]
    public async Task Json_follows_its_schema()
    {
        var schema = await Report.Value;
        Assert.Empty(schema.Validate(Written.By("json", SampleResult.Full, SampleResult.Context)));
        Assert.Empty(schema.Validate(Written.By("json", SampleResult.Clean, SampleResult.Context)));
    }

    [Fact]
    public async Task Sarif_follows_the_official_schema()
    {
        var schema = await Sarif.Value;
        Assert.Empty(schema.Validate(Written.By("sarif", SampleResult.Full, SampleResult.Context)));
        Assert.Empty(schema.Validate(Written.By("sarif", SampleResult.Clean, SampleResult.Context)));
    }

    [Theory]
    [InlineData("version", "\"1\"")]
    [InlineData("findings.0.line", "0")]
    [InlineData("findings.0.severity", "\"fatal\"")]
    [InlineData("findings.0.related", "null")]
    [InlineData("findings.1.fixes.0.edits.0.start", "-1")]
    [InlineData("findings.1.values.iou", "[]")]
    [InlineData("summary.rules.0.undecidable", "null")]
    [InlineData("inputs.0.sha256", "\"abc\"")]
    public async Task The_schema_of_json_refuses_other_values(string path, string value) =>
        Assert.NotEmpty((await Report.Value).Validate(Changed("json", path, value)));

    [Theory]
    [InlineData("version", "\"2.0.0\"")]
    [InlineData("runs.0.results.0.level", "\"info\"")]
    [InlineData("runs.0.results.0.message", "{}")]
    [InlineData("runs.0.results.0.locations.0.physicalLocation.region.startLine", "0")]
    [InlineData("runs.0.tool.driver.rules.0.unknown", "1")]
    [InlineData("runs.0.columnKind", "\"bytes\"")]
    public async Task The_official_schema_refuses_other_values(string path, string value) =>
        Assert.NotEmpty((await Sarif.Value).Validate(Changed("sarif", path, value)));

    [Theory]
    [InlineData("findings.0.rule")]
    [InlineData("findings.0.values")]
    [InlineData("summary.duration_ms")]
    [InlineData("spec.sha256")]
    [InlineData("inputs.1.format")]
    public async Task The_schema_of_json_misses_nothing_that_the_format_promises(string path) =>
        Assert.NotEmpty((await Report.Value).Validate(Changed("json", path, null)));

    static string Changed(string format, string path, string? value)
    {
        var root = JsonNode.Parse(Written.By(format, SampleResult.Full, SampleResult.Context))!;
        var steps = path.Split('.');
        var parent = steps[..^1]
            .Aggregate(root, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        if (value is null)
            Assert.True(parent.AsObject().Remove(steps[^1]));
        else
            parent.AsObject()[steps[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }
}
