using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Attributes;

namespace LabelSpec.Quality.Comparison;

/// <summary>Compares the attribute values of two annotations of one label. Safe to use from several threads.</summary>
sealed class AttributeComparison
{
    readonly ImmutableArray<ComparedAttribute> attributes;
    readonly int[][] ofLabel;

    /// <param name="rules">Which attributes are compared; those that the profile never compares are asked of no rule.</param>
    public AttributeComparison(ComparedData data, LabelMap labels, ProfileStrategies profile, IAttributeRules rules)
    {
        attributes = [.. AttributesOf(data, labels, profile, rules)];
        ofLabel = new int[labels.Names.Length][];
        for (var label = 0; label < ofLabel.Length; label++)
            ofLabel[label] =
            [
                .. Enumerable
                    .Range(0, attributes.Length)
                    .Where(i => attributes[i].IsComparedOf(label) && IsOf(labels, label, attributes[i])),
            ];
    }

    AttributeComparison(int labels) => (attributes, ofLabel) = ([], [.. Enumerable.Repeat(Array.Empty<int>(), labels)]);

    /// <summary>Compares nothing.</summary>
    public static AttributeComparison Nothing(int labels) => new(labels);

    /// <summary>What reports call the attributes: the guideline's name, or else the files'.</summary>
    public ImmutableArray<string> Names => [.. attributes.Select(attribute => attribute.Name)];

    /// <summary>Whether an attribute of either differs, or is of one alone.</summary>
    public bool Differ(ComparedShape truth, ComparedShape work) =>
        DifferIn(ofLabel[truth.Label], truth, work)
        || (truth.Label != work.Label && DifferIn(ofLabel[work.Label], truth, work));

    /// <summary>Compares all values of a valid pair, counts them, and lists those that differ.</summary>
    public void Compare(
        ComparedShape truth,
        ComparedShape work,
        Dictionary<(int Label, int Attribute), (int Equal, int Compared)> counts,
        List<AttributeDifference> differences
    )
    {
        foreach (var index in ofLabel[truth.Label])
        {
            var verdict = attributes[index].Compare(truth, work);
            if (verdict == AttributeVerdict.Absent)
                continue;
            var (equal, compared) = counts.GetValueOrDefault((truth.Label, index));
            counts[(truth.Label, index)] = (equal + (verdict == AttributeVerdict.Equal ? 1 : 0), compared + 1);
            if (verdict == AttributeVerdict.Different)
                differences.Add(attributes[index].Difference(truth, work));
        }
    }

    bool DifferIn(int[] indices, ComparedShape truth, ComparedShape work)
    {
        foreach (var index in indices)
            if (attributes[index].Compare(truth, work) == AttributeVerdict.Different)
                return true;
        return false;
    }

    static IEnumerable<ComparedAttribute> AttributesOf(
        ComparedData data,
        LabelMap labels,
        ProfileStrategies profile,
        IAttributeRules rules
    )
    {
        var names = data
            .Truth.Annotations.Attributes.Columns.Concat(data.Work.Annotations.Attributes.Columns)
            .Select(column => column.Name)
            .Distinct()
            .Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (profile.UncomparedAttributes.Contains(name))
                continue;
            AttributeRule?[] ofLabels = [.. labels.Names.Select(label => rules.RuleOf(label, name))];
            if (Array.Exists(ofLabels, rule => rule is not null and not { Comparator: AttributeComparator.Off }))
                yield return new(name, data, labels, ofLabels);
        }
    }

    // Where the guideline knows the class, it says which attributes there are.
    static bool IsOf(LabelMap labels, int label, ComparedAttribute attribute) =>
        labels.ClassOf(label) is not { } known
        || known.Attributes.Any(declared =>
            declared.Label == attribute.FileName && declared.Type is not RefAttributeType
        );
}
