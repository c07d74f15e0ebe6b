using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>Behind a number its unit.</summary>
static class UnitCompletion
{
    /// <summary>Null where the cursor is not behind a number and letters.</summary>
    public static IReadOnlyList<Proposal>? At(string text, int offset)
    {
        var start = offset;
        while (start > 0 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] == '²'))
            start--;
        return start == offset ? null : Of(text, start, offset);
    }

    /// <summary>Straight behind a number, where other things can go on too; else none.</summary>
    public static IReadOnlyList<Proposal> Behind(string text, int offset) => Of(text, offset, offset) ?? [];

    static IReadOnlyList<Proposal>? Of(string text, int start, int offset)
    {
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
        var proposals = new ProposalList(TextSpan.FromBounds(digits, offset));
        foreach (var unit in SyntaxFacts.Units)
            proposals.Add(text[digits..start] + unit, CompletionItemKind.Unit, Ranks.Expected);
        return proposals.All;
    }
}
