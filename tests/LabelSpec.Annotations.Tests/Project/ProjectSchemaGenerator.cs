using System.Text.Json;
using System.Text.RegularExpressions;
using LabelSpec.Annotations.Project;
using NJsonSchema;
using NJsonSchema.Generation;
using NJsonSchema.Generation.TypeMappers;

namespace LabelSpec.Annotations.Tests.Project;

/// <summary>
/// Generates the project file's JSON Schema from the model's types and their documentation comments. It lives with the
/// tests because NJsonSchema reflects, which the ahead-of-time compiled product must not.
/// </summary>
static class ProjectSchemaGenerator
{
    public static string Generate()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
        options.Converters.Add(
            new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower)
        );
        var settings = new SystemTextJsonSchemaGeneratorSettings
        {
            SerializerOptions = options,
            DefaultReferenceTypeNullHandling = ReferenceTypeNullHandling.NotNull,
            TypeMappers =
            {
                new PrimitiveTypeMapper(typeof(Regex), schema => schema.Type = JsonObjectType.String),
                new PrimitiveTypeMapper(
                    typeof(DateOnly),
                    schema =>
                    {
                        schema.Type = JsonObjectType.String;
                        schema.Format = JsonFormatStrings.Date;
                    }
                ),
                new ObjectTypeMapper(typeof(SplitSettings), Splits()),
                new ObjectTypeMapper(typeof(CheckOptions), Checks()),
            },
        };
        var schema = JsonSchemaGenerator.FromType<ProjectFile>(settings);
        schema.Title = "LabelSpec project file";
        Relax(schema);
        foreach (var properties in schema.Definitions.Values.Append(schema).Select(definition => definition.Properties))
        foreach (var property in properties.Values)
            ForbidNull(property);
        return schema.ToJson().ReplaceLineEndings("\n") + "\n";
    }

    // What the reader takes beyond the model's own shape: one value where a list may stand, and the required keys.
    static void Relax(JsonSchema project)
    {
        var dataset = project.Definitions[nameof(DatasetEntry)];
        var waiver = project.Definitions[nameof(Waiver)];
        var origin = project.Definitions[nameof(CoordinateSettings)].Properties["origin"];
        origin.Enumeration.Add(0);
        origin.Enumeration.Add(1);
        origin.Format = null;
        waiver.Properties["annotation"].Type = JsonObjectType.String | JsonObjectType.Integer;
        dataset.RequiredProperties.Add("path");
        foreach (var key in (string[])["rule", "because", "until"])
            waiver.RequiredProperties.Add(key);
        AllowList(project.Properties["class_ids"]);
        foreach (var key in (string[])["path", "exclude"])
            AllowSingle(dataset.Properties[key], Text());
        foreach (var key in (string[])["datasets", "ground_truth"])
        {
            var list = project.Properties[key];
            var entry = new JsonSchema
            {
                OneOf =
                {
                    Text(),
                    new JsonSchema { Reference = dataset },
                },
            };
            list.Item = entry;
            AllowSingle(list, Text(), new JsonSchema { Reference = dataset });
        }
    }

    // A key whose value is not written yet is a mistake; null in the model means that the key is not there.
    static void ForbidNull(JsonSchemaProperty property)
    {
        property.Type &= ~JsonObjectType.Null;
        foreach (var choice in property.OneOf.Where(choice => choice.Type == JsonObjectType.Null).ToList())
            property.OneOf.Remove(choice);
    }

    static void AllowSingle(JsonSchemaProperty property, params JsonSchema[] singles)
    {
        property.OneOf.Add(new JsonSchema { Type = JsonObjectType.Array, Item = property.Item });
        foreach (var single in singles)
            property.OneOf.Add(single);
        property.Type = JsonObjectType.None;
        property.Item = null;
    }

    static void AllowList(JsonSchemaProperty property)
    {
        property.OneOf.Add(
            new JsonSchema { Type = property.Type, AdditionalPropertiesSchema = property.AdditionalPropertiesSchema }
        );
        property.OneOf.Add(new JsonSchema { Type = JsonObjectType.Array, Item = Text() });
        property.Type = JsonObjectType.None;
        property.AdditionalPropertiesSchema = null;
    }

    static JsonSchema Text() => new() { Type = JsonObjectType.String };

    static JsonSchema Texts() =>
        new()
        {
            OneOf =
            {
                Text(),
                new JsonSchema { Type = JsonObjectType.Array, Item = Text() },
            },
        };

    static JsonSchema Splits()
    {
        var splits = new JsonSchema
        {
            Type = JsonObjectType.Object,
            AdditionalPropertiesSchema = Texts(),
            Properties =
            {
                ["group"] = new JsonSchemaProperty
                {
                    Type = JsonObjectType.String,
                    Format = "regex",
                    Description =
                        "Finds an image's group (scene, patient, recording) in its file name: the first parenthesis, or "
                        + "the whole match without one. No group may have images in two splits.",
                },
            },
        };
        return splits;
    }

    static JsonSchema Checks()
    {
        var severity = new JsonSchema { Type = JsonObjectType.String };
        foreach (var level in Enum.GetNames<SeverityOverride>())
            severity.Enumeration.Add(level.ToLowerInvariant());
        var options = new JsonSchema
        {
            Type = JsonObjectType.Object,
            AdditionalPropertiesSchema = new JsonSchema
            {
                Type = JsonObjectType.String | JsonObjectType.Number | JsonObjectType.Boolean,
            },
            Properties = { ["severity"] = new JsonSchemaProperty { OneOf = { severity } } },
        };
        return new JsonSchema { OneOf = { severity, options } };
    }
}
