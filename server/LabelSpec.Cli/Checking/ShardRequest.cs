using System.Text.Json;
using System.Text.Json.Serialization;
using LabelSpec.Engine.Settings;
using LabelSpec.Grammar;

namespace LabelSpec.Cli.Checking;

/// <summary>What a shard was asked to judge, written into its partial result so that merging can ask for the same.</summary>
sealed record ShardRequest(
    IReadOnlyList<string> Paths,
    string? Guideline,
    IReadOnlyList<string> Rules,
    IReadOnlyDictionary<string, Severity> Severities
)
{
    public static ShardRequest Of(CheckArguments arguments) =>
        new(
            arguments.Paths,
            arguments.Guideline,
            [.. arguments.Settings.Only.Order(StringComparer.Ordinal)],
            new SortedDictionary<string, Severity>(arguments.Settings.Severities, StringComparer.Ordinal)
        );

    public static ShardRequest? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ShardRequestJson.Default.ShardRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, ShardRequestJson.Default.ShardRequest);

    public CheckArguments ToArguments() =>
        new()
        {
            Paths = Paths,
            Guideline = Guideline,
            Settings = CheckSettings.Default with
            {
                Only = CheckSettings.Default.Only.Union(Rules),
                Severities = CheckSettings.Default.Severities.AddRange(Severities),
            },
        };
}

[JsonSerializable(typeof(ShardRequest))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
sealed partial class ShardRequestJson : JsonSerializerContext;
