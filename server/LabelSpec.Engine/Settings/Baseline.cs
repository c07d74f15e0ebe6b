using System.Collections.Immutable;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Settings;

/// <summary>
/// Findings that a project knows and has put off. They are recognised by fingerprint, never by line, and counted: the third
/// of what were two is new.
/// </summary>
public sealed class Baseline
{
    public static Baseline Empty { get; } =
        new(ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, int>>.Empty);

    internal Baseline(ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, int>> known) => Known = known;

    /// <summary>By rule and fingerprint (without its occurrence number), how often each is known.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, int>> Known { get; }

    public bool IsEmpty => Known.IsEmpty;

    /// <summary>A baseline that knows all of these.</summary>
    public static Baseline Of(IEnumerable<Finding> findings)
    {
        var counts = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            if (!counts.TryGetValue(finding.Rule, out var ofRule))
                counts.Add(finding.Rule, ofRule = new(StringComparer.Ordinal));
            var (fingerprint, occurrence) = Split(finding.Fingerprint);
            ofRule[fingerprint] = Math.Max(occurrence, ofRule.GetValueOrDefault(fingerprint));
        }

        return new(
            counts.ToImmutableSortedDictionary(
                rule => rule.Key,
                rule => rule.Value.ToImmutableSortedDictionary(StringComparer.Ordinal),
                StringComparer.Ordinal
            )
        );
    }

    /// <summary>A baseline that knows these as well, which it did not know.</summary>
    public Baseline With(IEnumerable<Finding> findings)
    {
        var known = Known;
        foreach (var finding in findings)
        {
            var ofRule = known.GetValueOrDefault(
                finding.Rule,
                ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal)
            );
            var (fingerprint, _) = Split(finding.Fingerprint);
            known = known.SetItem(finding.Rule, ofRule.SetItem(fingerprint, ofRule.GetValueOrDefault(fingerprint) + 1));
        }

        return new(known);
    }

    /// <summary>How many findings of this rule and fingerprint are known.</summary>
    public int CountOf(string rule, string fingerprint) =>
        Known.TryGetValue(rule, out var ofRule) ? ofRule.GetValueOrDefault(fingerprint) : 0;

    static (string Fingerprint, int Occurrence) Split(string fingerprint)
    {
        var dash = fingerprint.LastIndexOf('-');
        return dash > 0 && int.TryParse(fingerprint.AsSpan(dash + 1), out var occurrence)
            ? (fingerprint[..dash], occurrence)
            : (fingerprint, 1);
    }
}
