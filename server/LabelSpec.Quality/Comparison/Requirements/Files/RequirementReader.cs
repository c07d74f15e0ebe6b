using System.Text.Json;
using LabelSpec.Annotations.Project;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Comparison;

/// <summary>Reads single requirements.</summary>
sealed class RequirementReader(RequirementProblemLog problems, SpecAttributes specs)
{
    const int LongestName = 250;

    static readonly string[] Keys =
    [
        RequirementKey.Name,
        RequirementKey.Id,
        RequirementKey.Parent,
        RequirementKey.SortOrder,
        RequirementKey.Enabled,
        RequirementKey.Type,
        RequirementKey.Filter,
        RequirementKey.Metric,
        RequirementKey.RequiredScore,
        RequirementKey.Iou,
        RequirementKey.Attributes,
        .. ParameterKey.All.Select(key => key.Name),
        .. RequirementKey.PassedOver,
    ];

    public RequirementDraft? Read(JsonPart part)
    {
        if (part.Kind != JsonValueKind.Object)
        {
            problems.Add(ScoreProblems.RequirementValue, part.Start, "a requirement is an object");
            return null;
        }

        var fields = new JsonFields(part, Keys, "a requirement", problems);
        return new(part.Start)
        {
            Name = NameOf(fields, part),
            Id = fields.Whole(RequirementKey.Id),
            Parent = fields.Given(RequirementKey.Parent),
            SortOrder = fields.Whole(RequirementKey.SortOrder) ?? 0,
            IsEnabled = fields.Flag(RequirementKey.Enabled) ?? true,
            Type = fields.Given(RequirementKey.Type),
            Filter = fields.Given(RequirementKey.Filter),
            Metric = MetricOf(fields),
            RequiredScore = fields.Share(RequirementKey.RequiredScore),
            Change = ChangeOf(fields),
            Attributes = AttributesOf(fields),
            Inherited =
            [
                .. ((string[])[RequirementKey.Metric, RequirementKey.RequiredScore, RequirementKey.Iou])
                    .Concat(ParameterKey.All.Select(key => key.Name))
                    .Where(key => fields.Find(key) is { IsNull: true })
                    .Select(key => (key, fields.Find(key)!)),
            ],
        };
    }

    string NameOf(JsonFields fields, JsonPart part)
    {
        var name = fields.Text(RequirementKey.Name, "a text");
        if (fields.Find(RequirementKey.Name) is null or { IsNull: true })
            problems.Add(ScoreProblems.RequirementValue, part.Start, "a requirement has a \"name\"");
        else if (name is { Length: 0 or > LongestName })
            fields.Say(
                RequirementKey.Name,
                fields.Find(RequirementKey.Name)!,
                $"a text of 1 to {LongestName} characters"
            );
        return name ?? "";
    }

    static RequirementMetric? MetricOf(JsonFields fields)
    {
        if (fields.Text(RequirementKey.Metric, "the name of a metric, such as \"accuracy\"") is not { } name)
            return null;
        if (RequirementMetric.Find(name) is { } found)
            return found;
        var all = RequirementMetric.All.Select(metric => metric.Name).ToList();
        fields.Say(
            RequirementKey.Metric,
            fields.Find(RequirementKey.Metric)!,
            NearestName.Find(name, all) is { } nearest
                ? $"no metric '{name}'; did you mean \"{nearest}\"?"
                : $"one of {string.Join(", ", all)}, not '{name}'"
        );
        return null;
    }

    static Func<ComparisonParameters, ComparisonParameters> ChangeOf(JsonFields fields)
    {
        var changes = new List<Func<ComparisonParameters, ComparisonParameters>>();
        foreach (var key in ParameterKey.All)
            if (fields.Given(key.Name) is { } part)
                Add(key.Name, part, key.Read(part), key.Expected);
        if (fields.Given(RequirementKey.Iou) is { } iou)
            Add(RequirementKey.Iou, iou, IouPolicy.Read(iou), IouPolicy.Expected);
        return parameters => changes.Aggregate(parameters, (changed, change) => change(changed));

        void Add(string key, JsonPart part, Func<ComparisonParameters, ComparisonParameters>? change, string expected)
        {
            if (change is null)
                fields.Say(key, part, expected);
            else
                changes.Add(change);
        }
    }

    AttributeSettings AttributesOf(JsonFields fields)
    {
        if (fields.Given(RequirementKey.Attributes) is not { } part)
            return AttributeSettings.None;
        if (part.Kind == JsonValueKind.Object)
            return new AttributeSettingsReader(problems, specs).Read(part);
        fields.Say(RequirementKey.Attributes, part, "an object with \"default\" and \"rules\"");
        return AttributeSettings.None;
    }
}
