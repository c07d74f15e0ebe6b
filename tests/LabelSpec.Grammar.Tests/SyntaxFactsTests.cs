using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;

namespace LabelSpec.Grammar.Tests;

public class SyntaxFactsTests
{
    /// <summary>Words that only introduce a part of something else.</summary>
    static readonly string[] Glue =
    [
        "version",
        "extends",
        "from",
        "use",
        "inside",
        "at",
        "least",
        "most",
        "wide",
        "per",
        "matching",
        "of",
        "both",
        "above",
        "about",
        "sample",
        "outside",
        "hole",
        "hidden",
        "nothing",
        "undecided",
        "then",
        "else",
    ];

    [Fact]
    public void Every_word_of_the_language_is_documented_at_its_places()
    {
        var documented = Enum.GetValues<WordPosition>().SelectMany(SyntaxFacts.WordsAt).Select(w => w.Keyword);
        var all = Enum.GetValues<Keyword>().Where(k => k != Keyword.NoKeyword);

        Assert.Equal(Glue.Order(), all.Except(documented).Select(Keywords.TextOf).Order());
    }

    [Theory]
    [InlineData(WordPosition.ClassMember, "class c { {0} ? }")]
    [InlineData(WordPosition.ImageMember, "image { {0} ? }")]
    [InlineData(WordPosition.SkeletonMember, "skeleton s { {0} ? }")]
    [InlineData(WordPosition.RuleMember, "rule r { {0} ? }")]
    [InlineData(WordPosition.CaseMember, "case c { {0} ? }")]
    [InlineData(WordPosition.DistinctionMember, "distinguish a from b { {0} ? }")]
    [InlineData(WordPosition.QualityMember, "quality { {0} ? }")]
    [InlineData(WordPosition.AttributeMember, "class c { attribute a: bool { {0} ? } }")]
    public void Every_documented_member_is_one_and_every_member_is_documented(WordPosition position, string pattern)
    {
        var documented = SyntaxFacts.WordsAt(position).Select(w => w.Text).ToHashSet();

        foreach (var keyword in Enum.GetValues<Keyword>().Where(k => k != Keyword.NoKeyword).Select(Keywords.TextOf))
        {
            var diagnostics = SyntaxTree.Parse(pattern.Replace("{0}", keyword)).Diagnostics;
            // A member complains about the question mark, anything else about the word.
            var isMember = diagnostics[0].Span.Start > pattern.IndexOf("{0}", StringComparison.Ordinal);
            Assert.True(documented.Contains(keyword) == isMember, keyword);
        }
    }

    [Theory]
    [InlineData("car", "car")]
    [InlineData("image", "image")]
    [InlineData("where", "`where`")]
    [InlineData("two words", "`two words`")]
    [InlineData("1st", "`1st`")]
    public void A_name_is_quoted_where_it_must_be(string name, string expected) =>
        Assert.Equal(expected, SyntaxFacts.Quote(name));
}
