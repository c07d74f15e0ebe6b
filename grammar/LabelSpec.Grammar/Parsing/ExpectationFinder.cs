using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Says what can follow at an offset, by parsing up to it and asking what the parsers were waiting for.</summary>
static class ExpectationFinder
{
    public static SyntaxExpectations At(SyntaxTree tree, int offset)
    {
        var start = tree.StartOf(tree.SegmentIndexAt(offset));
        // With the declaration before it: at the beginning of a line the text may still belong to that one.
        var index = tree.SegmentIndexAt(offset);
        if (index > 0 && string.IsNullOrWhiteSpace(tree.Text[start..offset]))
            start = tree.StartOf(index - 1);
        var text = tree.Text[start..offset];
        var segment = TreeBuilder.Build(text)[^1];
        if (EndsInText(segment))
            return SyntaxExpectations.None(offset);

        var tokens = segment.Tokens;
        var typed = new TextSpan(offset, 0);
        if (tokens is [.., { Kind: TokenKind.Word } last, _] && last.End == segment.Text.Length)
        {
            typed = new TextSpan(offset - last.Length, last.Length);
            tokens = tokens.RemoveAt(tokens.Length - 2);
        }

        var state = new ParseState(segment, tokens) { IsCollecting = true };
        DeclarationBlock.Parse(new TokenInput(state, 0, null), DeclarationGrammar.Declaration, stopAtBrace: false);
        return state.Farthest == tokens.Length - 1 ? Describe(state, typed) : SyntaxExpectations.None(offset);
    }

    /// <summary>Nothing of the language can follow in a comment or between quotes.</summary>
    static bool EndsInText(Segment segment)
    {
        if (segment.Trivia is [.., { IsComment: true } trivia] && trivia.End == segment.Text.Length)
            return trivia.Kind != TriviaKind.BlockComment || !segment.Text.EndsWith("*/", StringComparison.Ordinal);
        return segment.Tokens is [.., var token, _]
            && token.End == segment.Text.Length
            && token.Kind is TokenKind.String or TokenKind.BlockString
            && !StringText.IsClosed(segment.TextOf(token), token.Kind);
    }

    static SyntaxExpectations Describe(ParseState state, TextSpan typed)
    {
        var words = new List<WordFact>();
        var parts = new HashSet<ExpectedPart>();
        foreach (var expected in state.Expected)
            if (WordIn(expected) is { } keyword)
                words.Add(SyntaxFacts.Find(keyword, PositionOf(keyword, state)));
            else if (expected[0] != '`' || expected == LimitGrammar.TimesSign)
                parts.Add(ExpectedParts.Of(expected));
        return new SyntaxExpectations(words, parts, typed);
    }

    /// <summary>Where the meaning of a word is looked up first.</summary>
    static WordPosition? PositionOf(Keyword keyword, ParseState state) =>
        keyword == Keyword.Any && !state.Expected.Contains(TypeGrammar.Label) ? WordPosition.ClassSet : state.Block;

    static Keyword? WordIn(string expected) =>
        expected is ['`', _, ..]
        && Keywords.Find(expected.AsSpan(1, expected.Length - 2)) is var keyword and not Keyword.NoKeyword
            ? keyword
            : null;
}
