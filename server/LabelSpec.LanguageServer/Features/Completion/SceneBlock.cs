using System.Collections.Immutable;
using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>
/// The block in which attributes are given values: of an annotation or image of a test, or of an example. It is told by the words before
/// the cursor, for an annotation that lacks its shape, or stands behind a mistake, has no place in the tree.
/// </summary>
/// <param name="HoldsAnnotations">It is that of an image of a test.</param>
/// <param name="Assigned">The attribute whose value is being written; null where an attribute's name belongs.</param>
sealed record SceneBlock(bool HoldsAnnotations, IReadOnlyList<AttributeSymbol> Attributes, string? Assigned)
{
    static readonly HashSet<Keyword> ShapeWords =
    [
        .. SyntaxFacts.WordsAt(WordPosition.Shape).Select(word => word.Keyword),
    ];

    /// <summary>Null where no attribute and no value of one can be written.</summary>
    public static SceneBlock? Around(CompletionPlace place)
    {
        var before = place.Before;
        if (before.OpenBraceBefore(0) is not { } brace)
            return null;
        var assigned = AssignedAt(before);
        if (assigned is null && !EndsAnAssignment(before))
            return null;
        if (!IsInTest(before, brace))
            return ExampleBefore(before, brace)
                ? new SceneBlock(false, AttributesOfDeclaration(place, before), assigned)
                : null;
        return OwnerOf(place, before, brace) switch
        {
            (true, null) => new SceneBlock(true, place.Guideline.ImageAttributes, assigned),
            (_, { } symbol) => new SceneBlock(false, symbol.Attributes, assigned),
            _ => null,
        };
    }

    /// <summary>What the declaration is about whose example it is.</summary>
    static ImmutableArray<AttributeSymbol> AttributesOfDeclaration(CompletionPlace place, TokensBefore before)
    {
        for (var distance = before.Count - 1; distance > 0; distance--)
            switch (before[distance].Keyword)
            {
                case Keyword.Class:
                    return place.Guideline.FindClass(before.TextOf(distance - 1))?.Attributes ?? [];
                case Keyword.Image:
                    return place.Guideline.ImageAttributes;
                case Keyword.Distinguish or Keyword.Case:
                    return [.. place.Guideline.Classes.SelectMany(one => one.Attributes)];
            }

        return [];
    }

    /// <summary>The attribute before the `=` whose value, or one of whose values in parentheses, is being written.</summary>
    static string? AssignedAt(TokensBefore before)
    {
        var distance = 0;
        if (before[0].Kind != TokenKind.Equals)
        {
            while (IsValue(before[distance]) || before[distance].Kind == TokenKind.Comma)
                distance++;
            if (before[distance].Kind != TokenKind.OpenParen || before[++distance].Kind != TokenKind.Equals)
                return null;
        }

        return before.TextOf(distance + 1);
    }

    /// <summary>Behind the brace, a comma, or a whole value, a name can follow.</summary>
    static bool EndsAnAssignment(TokensBefore before) =>
        before[0].Kind is TokenKind.OpenBrace or TokenKind.Comma or TokenKind.CloseParen
        || (IsValue(before[0]) && before[1].Kind == TokenKind.Equals);

    static bool IsValue(Token token) =>
        token.Kind is TokenKind.Word or TokenKind.QuotedName or TokenKind.String or TokenKind.Number;

    static bool IsInTest(TokensBefore before, int brace)
    {
        while (before.OpenBraceBefore(brace + 1) is { } outer)
            brace = outer;
        return before[brace + 2].Keyword == Keyword.Test || before[brace + 1].Keyword == Keyword.Test;
    }

    /// <summary>Between `example` and its brace stand a picture and a shape.</summary>
    static bool ExampleBefore(TokensBefore before, int brace)
    {
        for (var distance = brace + 1; ; distance++)
            if (before[distance].Keyword is Keyword.Example or Keyword.Counterexample)
                return true;
            else if (before[distance].Kind is TokenKind.Word && !ShapeWords.Contains(before[distance].Keyword))
                return false;
            else if (
                before[distance].Kind
                is not (
                    TokenKind.Word
                    or TokenKind.String
                    or TokenKind.Number
                    or TokenKind.Comma
                    or TokenKind.Minus
                    or TokenKind.Semicolon
                )
            )
                return false;
    }

    /// <summary>Whose block a brace opens within a test.</summary>
    static (bool IsImage, ClassSymbol? Class) OwnerOf(CompletionPlace place, TokensBefore before, int brace)
    {
        for (var distance = brace + 1; ; distance++)
        {
            var token = before[distance];
            if (token.Kind == TokenKind.CloseBrace)
            {
                // Of points, or of a member before.
                if (before.OpenBraceBefore(distance + 1) is not { } open)
                    return default;
                distance = open;
                continue;
            }

            if (token.Kind is TokenKind.OpenBrace or TokenKind.EndOfSegment || token.Keyword == Keyword.Expect)
                return default;
            if (
                token.Keyword == Keyword.Skeleton
                && distance <= brace + 2
                && before[distance - 1].Kind != TokenKind.Colon
            )
                return default;
            if (token.Kind == TokenKind.Colon)
                return before[distance + 2].Keyword == Keyword.Track && distance == brace + 2
                    ? default
                    : (false, place.Guideline.FindClass(before.TextOf(distance - 1)));
            if (token.Keyword is Keyword.Image or Keyword.Frame && before[distance - 1].Kind == TokenKind.Number)
                return token.Keyword == Keyword.Frame && ClassOfTrack(place, before, distance) is { } track
                    ? (false, track)
                    : (true, null);
            if (IsUnnamed(before, distance) && place.Guideline.FindClass(before.TextOf(distance)) is { } symbol)
                return (false, symbol);
        }
    }

    /// <summary>`car box 1 1 2 2`: a class, and straight behind it a shape or the block.</summary>
    static bool IsUnnamed(TokensBefore before, int distance) =>
        before[distance].Kind is TokenKind.Word or TokenKind.QuotedName
        && before[distance + 1].Kind != TokenKind.Colon
        && before[distance + 1].Keyword is not (Keyword.Track or Keyword.Group or Keyword.Skeleton)
        && (before[distance - 1].Kind == TokenKind.OpenBrace || ShapeWords.Contains(before[distance - 1].Keyword));

    /// <summary>A frame of a track stands in the block of the track, and one of an image in the test.</summary>
    static ClassSymbol? ClassOfTrack(CompletionPlace place, TokensBefore before, int distance) =>
        before.OpenBraceBefore(distance + 1) is { } brace
        && before[brace + 2].Kind == TokenKind.Colon
        && before[brace + 4].Keyword == Keyword.Track
            ? place.Guideline.FindClass(before.TextOf(brace + 1))
            : null;
}
