using System.Text.Json;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Comparison;

/// <summary>Reads <c>attribute_comparison</c>.</summary>
sealed class AttributeSettingsReader(RequirementProblemLog problems, SpecAttributes specs)
{
    const string SpecId = "spec_id";
    const string Name = "name";
    const string Label = "label";
    const string Comparator = "comparator";
    const string Default = "default";
    const string Rules = "rules";

    static readonly string[] Settings = [RequirementKey.Enabled, Comparator, "threshold"];

    public AttributeSettings Read(JsonPart part)
    {
        var fields = new JsonFields(part, [Default, Rules], "attribute_comparison", problems);
        var settings = AttributeSettings.None;
        if (fields.Given(Default) is { } rest)
        {
            if (rest.Kind == JsonValueKind.Object)
                settings = settings with { Default = SettingOf(new(rest, Settings, "\"default\"", problems)) };
            else
                fields.Say(Default, rest, "an object");
        }

        if (fields.Given(Rules) is { } rules)
        {
            if (rules.Kind == JsonValueKind.Array)
                foreach (var rule in rules.Items)
                    settings = settings.With(new() { Rules = [.. RulesOf(rule)] });
            else
                fields.Say(Rules, rules, "a list of rules");
        }

        return settings;
    }

    IEnumerable<AttributeSetting> RulesOf(JsonPart part)
    {
        if (part.Kind != JsonValueKind.Object)
        {
            problems.Add(ScoreProblems.RequirementValue, part.Start, "a rule is an object");
            return [];
        }

        var fields = new JsonFields(part, [SpecId, Name, Label, .. Settings], "a rule", problems);
        var setting = SettingOf(fields) with
        {
            Attribute = fields.Text(Name, "the name of an attribute") ?? "",
            Label = fields.Text(Label, "the name of a label"),
        };
        if (fields.Whole(SpecId) is { } specId)
        {
            if (specs.Find(specId) is var (label, attribute))
                return [setting with { SpecId = specId, Label = label, Attribute = attribute }];
            problems.Add(
                ScoreProblems.RequirementAttribute,
                fields.Find(SpecId)!.Start,
                specs.IsEmpty
                    ? $"which attribute {specId} is, annotation files do not say: put CVAT's labels (GET /api/labels) under \"labels\", or write \"name\" and \"label\" in place of \"spec_id\""
                    : $"none of the labels under \"labels\" has an attribute {specId}"
            );
        }
        else if (setting.Attribute.Length == 0 && fields.Find(SpecId) is null or { IsNull: true })
            problems.Add(
                ScoreProblems.RequirementValue,
                part.Start,
                "a rule names its attribute by \"spec_id\" or by \"name\""
            );

        return setting.Attribute.Length == 0 ? [] : [setting];
    }

    static AttributeSetting SettingOf(JsonFields fields)
    {
        AttributeComparator? comparator = null;
        switch (fields.Text(Comparator, "\"exact\" or \"levenshtein\""))
        {
            case "exact":
                comparator = AttributeComparator.Exact;
                break;
            case "levenshtein":
                comparator = AttributeComparator.Levenshtein;
                break;
            case { } other:
                fields.Say(Comparator, fields.Find(Comparator)!, $"\"exact\" or \"levenshtein\", not '{other}'");
                break;
            default:
                break;
        }

        return new()
        {
            IsEnabled = fields.Flag(RequirementKey.Enabled),
            Comparator = comparator,
            Threshold = fields.Share("threshold"),
        };
    }
}
