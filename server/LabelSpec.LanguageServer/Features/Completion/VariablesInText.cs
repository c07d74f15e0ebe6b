using LabelSpec.Grammar.Lexing;
using LabelSpec.Semantics.Index;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>
/// The variables that the words around a cursor introduce. A quantifier whose condition is yet to be written has no place in the tree, and
/// neither have its variables.
/// </summary>
static class VariablesInText
{
    public static IReadOnlyList<VisibleName> At(CompletionPlace place)
    {
        var before = place.Before;
        var tokens = before.Segment.Tokens;
        // One list for each parenthesis and brace that is open.
        var open = new Stack<List<VisibleName>>([
            [],
        ]);
        for (var i = 0; i < before.Count; i++)
            switch (tokens[i].Kind)
            {
                case TokenKind.OpenParen or TokenKind.OpenBrace:
                    open.Push([]);
                    break;
                case TokenKind.CloseParen or TokenKind.CloseBrace when open.Count > 1:
                    open.Pop();
                    break;
                case TokenKind.Colon:
                    open.Peek().AddRange(BeforeColon(place, i));
                    break;
                case TokenKind.Word when tokens[i].Keyword == Keyword.In:
                    open.Peek().AddRange(BeforeIn(place, i));
                    break;
            }

        return [.. open.SelectMany(names => names).Concat(Behind(place, open.Count))];
    }

    /// <summary>In `max(|.width for c: car)` the variable follows.</summary>
    static IEnumerable<VisibleName> Behind(CompletionPlace place, int open)
    {
        var before = place.Before;
        var tokens = before.Segment.Tokens;
        var depth = 0;
        for (var i = before.Count; open > 1 && depth >= 0 && i < tokens.Length; i++)
            if (tokens[i].Kind == TokenKind.OpenParen)
                depth++;
            else if (tokens[i].Kind == TokenKind.CloseParen)
                depth--;
            else if (tokens[i].Kind is TokenKind.OpenBrace or TokenKind.CloseBrace)
                break;
            else if (depth == 0 && tokens[i].Keyword == Keyword.For && tokens[i + 1].Kind != TokenKind.EndOfSegment)
                return BeforeColon(place, i + 2);
        return [];
    }

    /// <summary>`for a: car`, `pair a, b: car`, `step a -> b: car`, `exists b: car`.</summary>
    static IEnumerable<VisibleName> BeforeColon(CompletionPlace place, int colon)
    {
        var tokens = place.Before.Segment.Tokens;
        if (tokens[colon].Kind != TokenKind.Colon || colon < 2 || !IsName(tokens[colon - 1]))
            yield break;
        var binder = tokens[colon - 2];
        if (binder.Keyword is Keyword.Attribute or Keyword.Rule || ClassesBehind(place, colon) is not { } classes)
            yield break;
        LabelType type = binder.Keyword switch
        {
            Keyword.Track => new TrackType(classes),
            Keyword.Group => new GroupType(classes),
            _ => new AnnotationType(classes),
        };
        yield return new VisibleName(Text(place, tokens[colon - 1]), type, null);
        if (
            colon >= 4
            && binder.Kind is TokenKind.Comma or TokenKind.Arrow
            && tokens[colon - 4].Keyword is Keyword.Pair or Keyword.Step
        )
            yield return new VisibleName(Text(place, tokens[colon - 3]), type, null);
    }

    /// <summary>`exists i in dataset.images`, `every v in t`, `count(c in image`.</summary>
    static IEnumerable<VisibleName> BeforeIn(CompletionPlace place, int word)
    {
        var tokens = place.Before.Segment.Tokens;
        if (word < 2 || !IsName(tokens[word - 1]))
            yield break;
        var isBound =
            tokens[word - 2].Keyword is Keyword.Exists or Keyword.No or Keyword.Every
            || (word > 2 && tokens[word - 2].Kind == TokenKind.OpenParen && tokens[word - 3].Keyword == Keyword.Count);
        if (!isBound)
            yield break;
        var ranges =
            word + 3 < tokens.Length
            && tokens[word + 1].Keyword == Keyword.Dataset
            && Text(place, tokens[word + 3]) == "images";
        LabelType type = ranges
            ? ImageType.Instance
            : new AnnotationType(ClassSet.Of(place.Guideline.Classes.Where(one => !one.IsAbstract), "any"));
        yield return new VisibleName(Text(place, tokens[word - 1]), type, null);
    }

    /// <summary>Null where no class follows: another thing is written with a colon.</summary>
    static ClassSet? ClassesBehind(CompletionPlace place, int colon)
    {
        var tokens = place.Before.Segment.Tokens;
        var found = new List<ClassSymbol>();
        for (var i = colon + 1; IsName(tokens[i]); i += 2)
        {
            if (tokens[i].Keyword == Keyword.Any)
                found.AddRange(place.Guideline.Classes.Where(one => !one.IsAbstract));
            else if (place.Guideline.FindClass(Text(place, tokens[i])) is { } symbol)
                found.AddRange(symbol.ConcreteDescendants.Classes);
            else
                break;
            if (tokens[i + 1].Kind != TokenKind.Bar)
                break;
        }

        return found.Count == 0 ? null : ClassSet.Of(found.Distinct(), "any");
    }

    static bool IsName(Token token) => token.Kind is TokenKind.Word or TokenKind.QuotedName;

    static string Text(CompletionPlace place, Token token) => place.Before.Segment.TextOf(token).ToString().Trim('`');
}
