using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Parsing;

namespace LabelSpec.Grammar.Facts;

/// <summary>What is known about the language without a text.</summary>
public static class SyntaxFacts
{
    /// <summary>The words that mean something at a place, in the order in which they are best offered.</summary>
    public static IReadOnlyList<WordFact> WordsAt(WordPosition position) =>
        position switch
        {
            WordPosition.Declaration => DeclarationWords.Declaration,
            WordPosition.ClassMember => DeclarationWords.ClassMember,
            WordPosition.AttributeMember => DeclarationWords.AttributeMember,
            WordPosition.ImageMember => DeclarationWords.ImageMember,
            WordPosition.SkeletonMember => DeclarationWords.SkeletonMember,
            WordPosition.RuleMember => RuleWords.RuleMember,
            WordPosition.CheckMember => RuleWords.CheckMember,
            WordPosition.CaseMember => RuleWords.CaseMember,
            WordPosition.DistinctionMember => RuleWords.DistinctionMember,
            WordPosition.QualityMember => RuleWords.QualityMember,
            WordPosition.Severity => RuleWords.Severity,
            WordPosition.Binder => RuleWords.Binder,
            WordPosition.ClassSet => RuleWords.ClassSet,
            WordPosition.Fix => RuleWords.Fix,
            WordPosition.OverlapPolicy => RuleWords.OverlapPolicy,
            WordPosition.TestMember => ShapeWords.TestMember,
            WordPosition.TrackMember => ShapeWords.TrackMember,
            WordPosition.Shape => ShapeWords.Shape,
            WordPosition.ShapeExtent => ShapeWords.ShapeExtent,
            WordPosition.AttributeType => ShapeWords.AttributeType,
            WordPosition.AttributeModifier => ShapeWords.AttributeModifier,
            WordPosition.CountScope => ShapeWords.CountScope,
            WordPosition.ExpressionStart => ExpressionWords.ExpressionStart,
            WordPosition.Operator => ExpressionWords.Operator,
            WordPosition.Presence => ExpressionWords.Presence,
            _ => [],
        };

    /// <summary>What a word means: in a kind of block if it means something there, otherwise where it first does.</summary>
    public static WordFact Find(Keyword keyword, WordPosition? block = null)
    {
        IEnumerable<WordPosition> positions = Enum.GetValues<WordPosition>();
        if (block is { } first)
            positions = positions.Prepend(first);
        return positions.SelectMany(WordsAt).FirstOrDefault(w => w.Keyword == keyword)
            ?? new WordFact(keyword, Keywords.TextOf(keyword), "");
    }

    /// <summary>Words that cannot be bare names in expressions and sets of classes; in backticks they can.</summary>
    public static bool IsReserved(Keyword keyword) => Terminals.IsReserved(keyword);

    /// <summary>The units of numbers, as they are written.</summary>
    public static IReadOnlyList<string> Units => NumberText.UnitNames;

    /// <summary>How a name must be written: in backticks where it would otherwise not be a name.</summary>
    public static string Quote(string name) => IsPlainName(name) ? name : $"`{name}`";

    /// <summary>How a text must be written between quotes.</summary>
    public static string Escape(string text) => StringText.Escape(text);

    /// <summary>Whether a name can be written without backticks everywhere.</summary>
    public static bool IsPlainName(string name) =>
        name.Length > 0 && Lexer.IsWordStart(name[0]) && name.All(Lexer.IsWordPart) && !IsReserved(Keywords.Find(name));

    /// <summary>How a kind of token is called in messages.</summary>
    public static string Describe(TokenKind kind) =>
        kind switch
        {
            TokenKind.EndOfSegment => "the end of the declaration",
            TokenKind.Word or TokenKind.QuotedName => "a name",
            TokenKind.Number => "a number",
            TokenKind.String or TokenKind.BlockString => "a text in quotes",
            TokenKind.Color => "a colour",
            TokenKind.Bad => "an unknown character",
            _ => $"`{TextOf(kind)}`",
        };

    /// <summary>How a punctuation mark is written; empty for tokens that are written in many ways.</summary>
    public static string TextOf(TokenKind kind) =>
        kind switch
        {
            TokenKind.OpenBrace => "{",
            TokenKind.CloseBrace => "}",
            TokenKind.OpenParen => "(",
            TokenKind.CloseParen => ")",
            TokenKind.Comma => ",",
            TokenKind.Colon => ":",
            TokenKind.Semicolon => ";",
            TokenKind.Dot => ".",
            TokenKind.DotDot => "..",
            TokenKind.Equals => "=",
            TokenKind.EqualsEquals => "==",
            TokenKind.NotEquals => "!=",
            TokenKind.Less => "<",
            TokenKind.LessEquals => "<=",
            TokenKind.Greater => ">",
            TokenKind.GreaterEquals => ">=",
            TokenKind.Plus => "+",
            TokenKind.Minus => "-",
            TokenKind.Star => "*",
            TokenKind.Slash => "/",
            TokenKind.Bar => "|",
            TokenKind.Arrow => "->",
            TokenKind.BothWays => "<->",
            _ => "",
        };
}
