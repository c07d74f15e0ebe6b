using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Which declaration a keyword begins.</summary>
static class DeclarationGrammar
{
    static readonly Dictionary<Keyword, Parser<Declaration>> Parsers = new()
    {
        [Keyword.Guideline] = HeaderGrammar.Guideline,
        [Keyword.Import] = HeaderGrammar.Import,
        [Keyword.Class] = ClassGrammar.Class,
        [Keyword.Abstract] = ClassGrammar.Class,
        [Keyword.Ignore] = ClassGrammar.Class,
        [Keyword.Skeleton] = SkeletonGrammar.Skeleton,
        [Keyword.Let] = LetGrammar.Let,
        [Keyword.Rule] = RuleGrammar.Rule,
        [Keyword.Check] = CheckGrammar.Check,
        [Keyword.Image] = ImageGrammar.Image,
        [Keyword.Distinguish] = DistinctionGrammar.Distinguish,
        [Keyword.Overlap] = OverlapGrammar.Overlap,
        [Keyword.Case] = CaseGrammar.Case,
        [Keyword.When] = WhenGrammar.When,
        [Keyword.Test] = SceneGrammar.Test,
        [Keyword.Quality] = QualityGrammar.Quality,
    };

    public static readonly Parser<Declaration> Declaration = i =>
        Parsers.TryGetValue(((TokenInput)i).Token.Keyword, out var parser)
            ? parser(i)
            : Result.Failure<Declaration>(i, "a declaration", []);
}
