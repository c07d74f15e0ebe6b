using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>Behind a number its unit; first that of what the number is compared with, or limits.</summary>
static class UnitCompletion
{
    /// <summary>Null where the cursor is not behind a number and letters.</summary>
    public static IReadOnlyList<Proposal>? At(CompletionPlace place)
    {
        var (text, offset) = (place.Tree.Text, place.Offset);
        var start = offset;
        while (start > 0 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] == '²'))
            start--;
        return start == offset ? null : Of(place, start);
    }

    /// <summary>Straight behind a number, where other things can go on too; else none.</summary>
    public static IReadOnlyList<Proposal> Behind(CompletionPlace place) => Of(place, place.Offset) ?? [];

    static IReadOnlyList<Proposal>? Of(CompletionPlace place, int start)
    {
        var (text, offset) = (place.Tree.Text, place.Offset);
        if (start == 0 || !char.IsAsciiDigit(text[start - 1]))
            return null;
        var digits = start;
        // The dots of a range are not those of a number.
        while (
            digits > 0
            && (
                char.IsAsciiDigit(text[digits - 1])
                || (text[digits - 1] == '.' && digits > 1 && char.IsAsciiDigit(text[digits - 2]))
            )
        )
            digits--;
        if (digits > 0 && (char.IsLetter(text[digits - 1]) || text[digits - 1] is '_' or '#' or '"'))
            return null;
        var number = TextSpan.FromBounds(digits, offset);
        var proposals = new ProposalList(number);
        var wanted = WantedType.UnitOf(place with { Typed = number });
        foreach (var unit in SyntaxFacts.Units)
            proposals.Add(
                text[digits..start] + unit,
                CompletionItemKind.Unit,
                wanted is null || wanted == unit ? Ranks.Expected : Ranks.Expected + 1
            );
        return proposals.All;
    }
}
