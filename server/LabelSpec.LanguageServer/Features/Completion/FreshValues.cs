using System.Globalization;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>Colours, keys and ids that no class has yet, and the version that is being written.</summary>
static class FreshValues
{
    const int MostKeys = 8;

    /// <summary>Far apart in hue and lightness, on photographs as on white; the first ones are the farthest apart.</summary>
    static readonly string[] Colors =
    [
        "#e4572e",
        "#2a7f9e",
        "#4c9f70",
        "#f3a712",
        "#7768ae",
        "#db5461",
        "#1b998b",
        "#29335c",
        "#a8c256",
        "#c45bb0",
        "#8f5d3a",
        "#5bc0eb",
    ];

    /// <summary>Behind `color #`, with what is typed of the colour; null elsewhere.</summary>
    public static IReadOnlyList<Proposal>? ColorBehindHash(CompletionPlace place)
    {
        var (text, start) = (place.Tree.Text, place.Offset);
        while (start > 0 && char.IsAsciiHexDigit(text[start - 1]))
            start--;
        if (start == 0 || text[start - 1] != '#')
            return null;
        var typed = TextSpan.FromBounds(start - 1, place.Offset);
        if ((place with { Typed = typed }) is var before && before.Before[0].Keyword != Keyword.Color)
            return null;
        var proposals = new ProposalList(typed);
        Offer(before, proposals);
        return proposals.All;
    }

    /// <summary>Behind `color` and `id`.</summary>
    public static void Offer(CompletionPlace place, ProposalList proposals)
    {
        var classes = place.Guideline.Classes;
        switch (place.Before[0].Keyword)
        {
            case Keyword.Color:
                var taken = classes.Select(one => one.Color).OfType<string>();
                foreach (var color in Colors.Except(taken, StringComparer.OrdinalIgnoreCase))
                    proposals.Add(color, color, CompletionItemKind.Color, Ranks.Expected, "no class has it");
                break;
            case Keyword.Id:
                var next = (classes.Max(one => one.Id) ?? 0) + 1;
                var id = next.ToString(CultureInfo.InvariantCulture);
                proposals.Add(id, id, CompletionItemKind.Value, Ranks.Expected, "the next free id");
                break;
        }
    }

    /// <summary>Between the quotes behind `hotkey` and `since`.</summary>
    public static IReadOnlyList<Proposal> InQuotes(
        Keyword word,
        string className,
        Guideline guideline,
        TextSpan typed
    ) =>
        word switch
        {
            Keyword.Hotkey =>
            [
                .. KeysFor(className, guideline)
                    .Select(
                        (key, rank) => new Proposal(key, CompletionItemKind.Value, key, typed, rank, "no class has it")
                    ),
            ],
            Keyword.Since when guideline.Version is { Length: > 0 } version =>
            [
                new Proposal(
                    version,
                    CompletionItemKind.Value,
                    version,
                    typed,
                    Ranks.Expected,
                    "the version of this guideline"
                ),
            ],
            _ => [],
        };

    /// <summary>Letters of the class's name first: they are remembered.</summary>
    static IEnumerable<string> KeysFor(string name, Guideline guideline)
    {
        var taken = guideline
            .Classes.Select(one => one.Hotkey)
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return name.ToLowerInvariant()
            .Where(char.IsAsciiLetter)
            .Concat("1234567890abcdefghijklmnopqrstuvwxyz")
            .Select(letter => letter.ToString())
            .Distinct()
            .Where(key => !taken.Contains(key))
            .Take(MostKeys);
    }
}
