using System.Text;
using LabelSpec.Quality.Comparison;
using LabelSpec.TestSupport;
using NJsonSchema;

namespace LabelSpec.Cli.Tests;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("project", "spec")]
    [InlineData("report", "findings")]
    [InlineData("comparison", "confusion")]
    public async Task Schemas_are_printed_as_they_are(string name, string property)
    {
        var schema = await JsonSchema.FromJsonAsync(Labelspec.Run("schema", name).Exits(0).Output);
        Assert.Contains(property, schema.Properties.Keys);
    }

    // The schema and the reader have the same keys: what one knows, the other does.
    [Fact]
    public async Task The_schema_of_requirements_holds_the_sample_and_no_mistakes()
    {
        var schema = await JsonSchema.FromJsonAsync(Labelspec.Run("schema", "requirements").Exits(0).Output);
        var sample = File.ReadAllText(Path.Combine(RepositoryFiles.Sample("street_review"), "requirements.json"));
        Assert.Empty(schema.Validate(sample));
        Assert.NotNull(RequirementFile.Load(Encoding.UTF8.GetBytes(sample)).Requirements);

        var requirement = schema.Definitions["requirement"];
        foreach (var (key, property) in requirement.Properties)
        {
            var json =
                $$"""[{"name": "x", "annotation_type": "tag", "{{key}}": {{Example(key, property)}} }]""".Replace(
                    "\"name\": \"x\", \"annotation_type\": \"tag\", \"name\"",
                    "\"annotation_type\": \"tag\", \"name\"",
                    StringComparison.Ordinal
                );
            if (key == "annotation_type")
                json = """[{"name": "x", "annotation_type": "mask"}]""";
            Assert.Empty(schema.Validate(json));
            Assert.DoesNotContain(
                RequirementFile.Load(Encoding.UTF8.GetBytes(json)).Problems,
                problem => problem.Kind.Code is "LS6502" or "LS6503"
            );
        }

        foreach (
            var wrong in (string[])
                [
                    """[{"name": "x", "annotation_type": "tag", "required_scor": 1}]""",
                    """[{"name": "x", "annotation_type": "tag", "required_score": 2}]""",
                    """[{"name": "x", "annotation_type": "boxes"}]""",
                    """[{"annotation_type": "tag"}]""",
                    "[]",
                ]
        )
        {
            Assert.NotEmpty(schema.Validate(wrong));
            Assert.Null(RequirementFile.Load(Encoding.UTF8.GetBytes(wrong)).Requirements);
        }
    }

    static string Example(string key, JsonSchemaProperty property) =>
        key switch
        {
            "parent_requirement" => "7",
            "filter" => """{"var": "shape.label"}""",
            "iou_threshold" => """{"type": "iou", "mode": "constant", "value": 0.5}""",
            "attribute_comparison" =>
                """{"default": {"enabled": true}, "rules": [{"name": "a", "label": "b", "enabled": false, "comparator": "levenshtein", "threshold": 0.5}]}""",
            _ when property.Enumeration.FirstOrDefault() is { } value => $"\"{value}\"",
            _ when property.Type.HasFlag(JsonObjectType.Boolean) => "true",
            _ when property.Type.HasFlag(JsonObjectType.String) => "\"text\"",
            _ => "1",
        };
}
