using System.Text.Json;
using LabelSpec.Annotations.Project;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Comparison;

/// <summary>Takes the values of an object by their keys, and says what is wrong with them.</summary>
sealed class JsonFields
{
    readonly Dictionary<string, JsonPart> values = new(StringComparer.Ordinal);
    readonly RequirementProblemLog problems;

    /// <param name="known">All keys that the object may have.</param>
    public JsonFields(JsonPart part, string[] known, string what, RequirementProblemLog problems)
    {
        this.problems = problems;
        foreach (var member in part.Members)
            if (!known.Contains(member.Name))
                problems.Add(
                    ScoreProblems.RequirementKey,
                    member.Start,
                    $"{what} has no key \"{member.Name}\""
                        + (NearestName.Find(member.Name, known) is { } nearest ? $"; did you mean \"{nearest}\"?" : "")
                );
            else if (!values.TryAdd(member.Name, member.Value))
                problems.Add(
                    ScoreProblems.RequirementKey,
                    member.Start,
                    $"\"{member.Name}\" stands here twice; remove one of them"
                );
    }

    /// <summary>The value, <c>null</c> included; null without the key.</summary>
    public JsonPart? Find(string key) => values.GetValueOrDefault(key);

    /// <summary>A value that says something: neither absent nor <c>null</c>.</summary>
    public JsonPart? Given(string key) => Find(key) is { IsNull: false } part ? part : null;

    public string? Text(string key, string expected) =>
        Given(key) is not { } part ? null
        : part.Kind == JsonValueKind.String ? part.Text
        : Wrong<string>(key, part, expected);

    public bool? Flag(string key) =>
        Given(key) is not { } part ? null
        : part.Kind is JsonValueKind.True or JsonValueKind.False ? part.Kind == JsonValueKind.True
        : WrongValue<bool>(key, part, "true or false");

    public double? Share(string key) =>
        Given(key) is not { } part ? null
        : part is { Kind: JsonValueKind.Number, Number: >= 0 and <= 1 } ? part.Number
        : WrongValue<double>(key, part, "a number from 0 to 1");

    public long? Whole(string key) =>
        Given(key) is not { } part ? null
        : IsWhole(part) ? (long)part.Number
        : WrongValue<long>(key, part, "a whole number");

    public static bool IsWhole(JsonPart part) =>
        part.Kind == JsonValueKind.Number && Math.Floor(part.Number) == part.Number && Math.Abs(part.Number) < 1L << 53;

    public T? Wrong<T>(string key, JsonPart part, string expected)
        where T : class
    {
        Say(key, part, expected);
        return null;
    }

    public void Say(string key, JsonPart part, string expected) =>
        problems.Add(ScoreProblems.RequirementValue, part.Start, $"\"{key}\" is {expected}");

    T? WrongValue<T>(string key, JsonPart part, string expected)
        where T : struct
    {
        Say(key, part, expected);
        return null;
    }
}
