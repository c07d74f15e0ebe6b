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
}
