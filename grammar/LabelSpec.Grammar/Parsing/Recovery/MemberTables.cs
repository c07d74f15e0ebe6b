using LabelSpec.Grammar.Lexing;

namespace LabelSpec.Grammar.Parsing;

/// <summary>All kinds of blocks.</summary>
static class MemberTables
{
    static readonly Lazy<MemberTable[]> Tables = new(() =>
        [
            ClassGrammar.Members,
            RuleGrammar.Members,
            ImageGrammar.Members,
            SkeletonGrammar.Members,
            CaseGrammar.Members,
            DistinctionGrammar.Members,
            QualityGrammar.Members,
            SceneGrammar.Members,
        ]
    );

    public static IReadOnlyList<MemberTable> All => Tables.Value;

    /// <summary>The blocks that may have a member which begins with the word: "a class", "a rule" ….</summary>
    public static IReadOnlyList<string> OwnersOf(Keyword word) =>
        word == Keyword.NoKeyword
            ? []
            : [.. All.Where(t => t.Words.Contains(Keywords.TextOf(word))).Select(t => t.Owner).Distinct()];
}
