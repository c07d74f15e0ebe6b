using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Consensus.Cvat;

/// <summary>
/// The attributes of a merged annotation (datumaro, <c>IntersectMerge._find_cluster_attrs</c>): for each name the commonest
/// value, the first of equal ones, if it has the quorum; and over all of that the values of the chosen annotation itself, so
/// that the vote only fills in what that one lacks.
/// </summary>
/// <param name="needed">Votes that a value needs.</param>
sealed class CvatAttributes(IReadOnlyList<AnnotatorWork> annotators, int needed)
{
    /// <param name="voters">Whose values are counted.</param>
    /// <param name="chosen">Whose values go before; null for none.</param>
    public ImmutableArray<ConsensusAttribute> Of(
        IReadOnlyList<(int Annotator, int Row)> voters,
        (int Annotator, int Row)? chosen,
        string label
    )
    {
        var own = chosen is { } one ? ValuesOf(one) : [];
        var counts = new Dictionary<string, Dictionary<AttributeValue, int>>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var (name, value) in voters.SelectMany(ValuesOf))
        {
            if (!counts.TryGetValue(name, out var votes))
            {
                counts.Add(name, votes = []);
                order.Add(name);
            }

            votes[value] = votes.GetValueOrDefault(value) + 1;
        }

        var result = ImmutableArray.CreateBuilder<ConsensusAttribute>();
        foreach (var name in order.Union(own.Select(entry => entry.Name), StringComparer.Ordinal))
        {
            var votes = counts.GetValueOrDefault(name) ?? [];
            var answers = votes.Values.Sum();
            if (own.FindIndex(entry => entry.Name == name) is >= 0 and var index)
                result.Add(new(name, own[index].Value, votes.GetValueOrDefault(own[index].Value), answers));
            // The first of the commonest: MaxBy keeps the first, and a dictionary without removals its order.
            else if (votes.MaxBy(vote => vote.Value) is var winner && winner.Value >= needed && IsOf(label, name))
                result.Add(new(name, winner.Key, winner.Value, answers));
        }

        return result.ToImmutable();
    }

    // What a file leaves out has the default of its label: CVAT knows no annotation without the attributes of its label.
    List<(string Name, AttributeValue Value)> ValuesOf((int Annotator, int Row) member)
    {
        var dataset = annotators[member.Annotator].Dataset;
        List<(string Name, AttributeValue Value)> values = [];
        foreach (var column in dataset.Annotations.Attributes.Columns)
            if (column.TryGet(member.Row, out var value))
                values.Add((column.Name, value));
        if (dataset.Annotations.Categories[member.Row] is >= 0 and var category)
            foreach (var declared in dataset.Categories.DeclarationOf(category)?.Attributes ?? [])
                if (declared.Default is { } fallback && !values.Exists(entry => entry.Name == declared.Name))
                    values.Add((declared.Name, AttributeValue.Of(fallback)));
        return values;
    }

    // The votes may be those of another object: CVAT drops attributes that the label does not have.
    bool IsOf(string label, string attribute)
    {
        var declarations = annotators
            .Select(annotator => annotator.Dataset.Categories)
            .Where(table => table.IndexOf(label) >= 0)
            .Select(table => table.DeclarationOf(table.IndexOf(label)))
            .OfType<CategoryDeclaration>()
            .Where(declaration => !declaration.Attributes.IsEmpty)
            .ToList();
        return declarations.Count == 0
            || declarations.Exists(declaration => declaration.Attributes.Any(each => each.Name == attribute));
    }
}
