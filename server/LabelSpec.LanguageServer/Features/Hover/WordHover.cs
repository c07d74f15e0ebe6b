using LabelSpec.Grammar;
using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;

namespace LabelSpec.LanguageServer.Features.Hover;

/// <summary>
/// What a word of the language means where it stands. Most words mean several things; a word that only joins the parts of a phrase, as
/// `at` and `least` do, is told by the word with which the phrase begins.
/// </summary>
static class WordHover
{
    public static HoverContent? At(SyntaxTree tree, IReadOnlyList<SyntaxNode> path, int offset)
    {
        var index = tree.SegmentIndexAt(offset);
        var segment = tree.Segments[index];
        var inSegment = offset - tree.StartOf(index);
        var at = segment.TokenIndexAt(inSegment);
        // A cursor straight behind a word is at the word.
        if (
            at > 0
            && segment.Tokens[at - 1].End == inSegment
            && (segment.Tokens[at].Kind != TokenKind.Word || segment.Tokens[at].Start > inSegment)
        )
            at--;
        var token = segment.Tokens[at];
        if (token.Kind != TokenKind.Word || token.Keyword == Keyword.NoKeyword || token.Start > inSegment)
            return null;
        var before = at > 0 ? segment.Tokens[at - 1].Keyword : Keyword.NoKeyword;
        return (OfName(token, path) ?? FactOf(token.Keyword, before, path) ?? FactOfPhrase(segment, path)) is { } fact
            ? new HoverContent(
                $"```labelspec\n{fact.Usage}\n```\n\n{fact.Documentation}",
                token.Span.Shift(tree.StartOf(index))
            )
            : null;
    }

    /// <summary>`image` and `dataset` are names in expressions.</summary>
    static WordFact? OfName(Token token, IReadOnlyList<SyntaxNode> path) =>
        path is not [.., NameExpression, Name] ? null
        : token.Keyword == Keyword.Image
            ? new WordFact(token.Keyword, "image: image", "The image that is being judged.")
        : token.Keyword == Keyword.Dataset
            ? new WordFact(token.Keyword, "dataset: dataset", "All data that is judged together.")
        : null;

    static WordFact? FactOf(Keyword keyword, Keyword before, IReadOnlyList<SyntaxNode> path)
    {
        if (keyword == Keyword.When && before is Keyword.Only or Keyword.Required)
            keyword = before;
        var block = BlockOf(path);
        var isInHeader = path.LastOrDefault(node => node is MemberBlock or Declaration) is Declaration;
        var positions = Enum.GetValues<WordPosition>()
            .Where(position => position == WordPosition.Declaration ? isInHeader : !IsOfBlock(position));
        if (block is { } inner)
            positions = positions.Prepend(inner);
        if (before == Keyword.Per)
            positions = positions.Prepend(WordPosition.CountScope);
        return positions
            .SelectMany(SyntaxFacts.WordsAt)
            .FirstOrDefault(fact => fact.Keyword == keyword && fact.Documentation.Length > 0);
    }

    static WordFact? FactOfPhrase(Segment segment, IReadOnlyList<SyntaxNode> path)
    {
        for (var i = path.Count - 1; i >= 0; i--)
            if (path[i] is Member or Declaration)
                return FactOf(
                    segment.Tokens[segment.TokenIndexAt(path[i].Span.Start)].Keyword,
                    Keyword.NoKeyword,
                    path[i] is Declaration ? [.. path.Take(i + 1)] : [.. path.Take(i)]
                );
        return null;
    }

    /// <summary>Words with which members begin mean it only there.</summary>
    static bool IsOfBlock(WordPosition position) =>
        position
            is WordPosition.ClassMember
                or WordPosition.AttributeMember
                or WordPosition.ImageMember
                or WordPosition.SkeletonMember
                or WordPosition.RuleMember
                or WordPosition.CheckMember
                or WordPosition.CaseMember
                or WordPosition.DistinctionMember
                or WordPosition.QualityMember
                or WordPosition.TestMember
                or WordPosition.TrackMember;

    static WordPosition? BlockOf(IReadOnlyList<SyntaxNode> path)
    {
        for (var i = path.Count - 1; i >= 0; i--)
            switch (path[i])
            {
                case Expression:
                    return WordPosition.ExpressionStart;
                case AttributeMember when path.Skip(i).Any(node => node is MemberBlock):
                    return WordPosition.AttributeMember;
                case AttributeMember:
                    return WordPosition.AttributeModifier;
                case SceneTrack:
                    return WordPosition.TrackMember;
                case ClassDeclaration:
                    return WordPosition.ClassMember;
                case RuleDeclaration:
                    return WordPosition.RuleMember;
                case ImageDeclaration:
                    return WordPosition.ImageMember;
                case SkeletonDeclaration:
                    return WordPosition.SkeletonMember;
                case CheckDeclaration:
                    return WordPosition.CheckMember;
                case CaseDeclaration:
                    return WordPosition.CaseMember;
                case DistinguishDeclaration:
                    return WordPosition.DistinctionMember;
                case QualityDeclaration:
                    return WordPosition.QualityMember;
                case TestDeclaration:
                    return WordPosition.TestMember;
            }

        return null;
    }
}
