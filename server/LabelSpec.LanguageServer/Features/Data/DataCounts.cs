using System.Globalization;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.LanguageServer.Features.Data;

/// <summary>What all data that a guideline judges says about it. Empty where none has been judged.</summary>
sealed record DataCounts(IReadOnlyList<DataTally> Tallies)
{
    public static DataCounts None { get; } = new([]);

    public bool IsEmpty => Tallies.Count == 0;

    public long ViolationsOf(string rule) => Tallies.Sum(tally => tally.ViolationsOf(rule));

    /// <summary>At annotations of a class; at least so many.</summary>
    public long ViolationsAt(Guideline guideline, ClassSymbol symbol) =>
        DataWord.Of(guideline, symbol).Sum(word => Tallies.Sum(tally => tally.ViolationsAt(word.Labels)));

    /// <summary>In a few words: <c>12,408 annotations, 31 violations</c>. Null for symbols that data does not know.</summary>
    public string? Describe(Guideline guideline, Symbol symbol)
    {
        if (IsEmpty)
            return null;
        if (symbol is RuleSymbol rule)
            return Violations(ViolationsOf(rule.Name), false);
        var words = DataWord.Of(guideline, symbol).ToList();
        if (words.Count == 0)
            return null;
        var count = words.Sum(word => Tallies.Sum(tally => tally.Words.Annotations(word)));
        var annotations = words.TrueForAll(word => word.OfImages)
            ? Plural(count, "image")
            : Plural(count, "annotation");
        return symbol is ClassSymbol @class
            ? $"{annotations}, {Violations(
                ViolationsAt(guideline, @class),
                Tallies.Any(tally => !tally.KnowsAllViolations))}"
            : annotations;
    }

    static string Violations(long count, bool isAtLeast) => (isAtLeast ? "at least " : "") + Plural(count, "violation");

    static string Plural(long count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
