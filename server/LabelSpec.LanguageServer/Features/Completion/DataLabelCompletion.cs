using System.Globalization;
using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>
/// What the data calls things that the guideline does not know yet: classes and attributes that are about to be declared, their labels and
/// values, each with how often it occurs.
/// </summary>
/// <param name="words">The words of the data; asked for only where they can be offered.</param>
sealed class DataLabelCompletion(CompletionPlace place, ProposalList proposals, Func<IReadOnlyList<DataWords>> words)
{
    /// <summary>More values than a type would list.</summary>
    const int MostListed = 12;

    /// <summary>Behind `class` and `attribute`: a name, with the label behind it where that is no name.</summary>
    public void OfferNewNames()
    {
        switch (place.Before[0].Keyword)
        {
            case Keyword.Class:
                foreach (var (label, count) in UnknownLabels())
                    Add(label, NewNames.AsDeclared(label), CompletionItemKind.Class, count, "annotation");
                break;
            case Keyword.Attribute:
                foreach (var (attribute, count) in UnknownAttributes())
                    Add(attribute, NewNames.AsDeclared(attribute), CompletionItemKind.Property, count, Owners);
                break;
        }
    }

    /// <summary>Between the quotes of the label of a class or an attribute, of an alias, of what is replaced.</summary>
    /// <param name="behind">The word before the quotes.</param>
    public void OfferLabels(Keyword behind)
    {
        var isOfAttribute =
            behind == Keyword.Attribute
            || (behind != Keyword.Class && place.Path.OfType<AttributeMember>().LastOrDefault() is not null);
        foreach (var (label, count) in isOfAttribute ? UnknownAttributes() : UnknownLabels())
            Add(
                label,
                SyntaxFacts.Escape(label),
                isOfAttribute ? CompletionItemKind.Property : CompletionItemKind.Class,
                count,
                isOfAttribute ? Owners : "annotation"
            );
    }

    /// <summary>Where the type of an attribute stands: the values that it has in the data, all together and one by one.</summary>
    public void OfferValues()
    {
        if (Declared() is not var (label, known))
            return;
        var values = Sum(words().SelectMany(data => data.ValuesOf(LabelsHere(), label)))
            .Where(value => !known.Contains(value.Word))
            .ToList();
        if (known.Count == 0 && values.Count is > 1 and <= MostListed)
        {
            var all = string.Join(" | ", values.Select(value => NewNames.AsValue(value.Word)));
            Add(all, all, CompletionItemKind.Enum, values.Sum(value => value.Count), Owners);
        }

        foreach (var (value, count) in values)
            Add(value, NewNames.AsValue(value), CompletionItemKind.EnumMember, count, Owners);
    }

    /// <summary>How many annotations a class has, in a few words; null where the data is not known.</summary>
    public static string? CountOf(CompletionPlace place, ClassSymbol symbol, IReadOnlyList<DataWords> words) =>
        words.Count == 0
            ? null
            : Plural(
                DataWord.Of(place.Guideline, symbol).Sum(word => words.Sum(data => data.Annotations(word))),
                "annotation"
            );

    string Owners => LabelsHere() is null ? "image" : "annotation";

    IEnumerable<(string Word, long Count)> UnknownLabels()
    {
        var known = place
            .Guideline.Classes.SelectMany(@class => @class.Aliases.Select(alias => alias.Name).Prepend(@class.Label))
            .ToHashSet(StringComparer.Ordinal);
        return Sum(words().SelectMany(data => data.Labels.Select(label => (label.Key, label.Value))))
            .Where(label => !known.Contains(label.Word));
    }

    IEnumerable<(string Word, long Count)> UnknownAttributes()
    {
        var known = AttributesInReach.Of(place).Select(attribute => attribute.Label).ToHashSet(StringComparer.Ordinal);
        return Sum(words().SelectMany(data => data.AttributesOf(LabelsHere())))
            .Where(attribute => !known.Contains(attribute.Word));
    }

    /// <summary>What the data calls the class around the cursor, and those that extend it; null in `image`.</summary>
    HashSet<string>? LabelsHere() =>
        place.Path.OfType<ClassDeclaration>().FirstOrDefault() is not { } declared ? null
        : place.Guideline.FindClass(declared.Name.Value) is { } symbol
            ?
            [
                .. symbol.IsAbstract ? DescendantsOf(symbol) : [],
                .. DataWord.Of(place.Guideline, symbol).SelectMany(word => word.Labels),
            ]
        : [declared.DatasetLabel?.Value ?? declared.Name.Value];

    static IEnumerable<string> DescendantsOf(ClassSymbol symbol) =>
        symbol.ConcreteDescendants.Classes.Select(one => one.Label);

    /// <summary>
    /// What data files call the attribute whose type is being written, and the values that it has already. Read from the words before: the tree
    /// has no attribute where a value is missing.
    /// </summary>
    (string Label, IReadOnlySet<string> Values)? Declared()
    {
        var before = place.Before;
        var texts = new List<string>();
        for (
            var distance = 0;
            before[distance].Keyword != Keyword.Attribute || before[distance + 1].Keyword == Keyword.Attribute;
            distance++
        )
            if (before[distance].Kind is TokenKind.Word or TokenKind.QuotedName or TokenKind.String or TokenKind.Number)
                texts.Insert(0, before.TextOf(distance).Trim('"'));
            else if (before[distance].Kind is TokenKind.Colon)
                texts.Insert(0, ":");
            else if (before[distance].Kind is not (TokenKind.Bar or TokenKind.Comma or TokenKind.OpenBrace))
                return null;
        var colon = texts.IndexOf(":");
        return colon <= 0 ? null : (texts[colon - 1], texts[(colon + 1)..].ToHashSet(StringComparer.Ordinal));
    }

    static IEnumerable<(string Word, long Count)> Sum(IEnumerable<(string Word, long Count)> counts) =>
        counts
            .GroupBy(one => one.Word, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Sum(one => one.Count)))
            .Where(one => one.Key.Length > 0)
            .OrderByDescending(one => one.Item2)
            .ThenBy(one => one.Key, StringComparer.Ordinal);

    void Add(string label, string text, CompletionItemKind kind, long count, string what) =>
        proposals.Add(label, text, kind, Ranks.Expected, $"{Plural(count, what)} in the data");

    static string Plural(long count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
