using System.Text.Json;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// The numbers by which CVAT's rules name attributes: those of the labels that the file holds, as <c>GET /api/labels</c> prints
/// them. Annotation files do not have these numbers.
/// </summary>
sealed class SpecAttributes
{
    readonly Dictionary<long, (string Label, string Attribute)> attributes = [];

    /// <summary>The label and the attribute of a number; null for one that no label has.</summary>
    public (string Label, string Attribute)? Find(long specId) =>
        attributes.TryGetValue(specId, out var found) ? found : null;

    public bool IsEmpty => attributes.Count == 0;

    /// <param name="part">A list of labels, or a page of one.</param>
    public static SpecAttributes Read(JsonPart? part, RequirementProblemLog problems)
    {
        var known = new SpecAttributes();
        if (part is null)
            return known;
        var list = part.Find(RequirementKey.Results) ?? part;
        if (list.Kind == JsonValueKind.Array)
            foreach (var label in list.Items)
                known.Add(label);
        else
            problems.Add(
                ScoreProblems.RequirementValue,
                part.Start,
                $"\"{RequirementKey.Labels}\" is a list of labels, as CVAT's GET /api/labels prints it"
            );
        return known;
    }

    void Add(JsonPart label)
    {
        if (label.Find("name") is not { Kind: JsonValueKind.String } name)
            return;
        foreach (var attribute in label.Find("attributes")?.Items ?? [])
            if (
                attribute.Find("id") is { } id
                && JsonFields.IsWhole(id)
                && attribute.Find("name") is { Kind: JsonValueKind.String } own
            )
                attributes[(long)id.Number] = (name.Text, own.Text);
        foreach (var part in label.Find("sublabels")?.Items ?? [])
            Add(part);
    }
}
