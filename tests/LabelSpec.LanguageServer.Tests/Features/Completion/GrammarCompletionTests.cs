using LabelSpec.LanguageServer.Features.Completion;
using LabelSpec.LanguageServer.Tests.Support;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Tests.Features.Completion;

/// <summary>Every word of the language is offered wherever the grammar has it: the places are made of <c>grammar.md</c>.</summary>
public sealed class GrammarCompletionTests
{
    static readonly GrammarPage Grammar = GrammarPage.Read();

    public static TheoryData<string, string, string> Places
    {
        get
        {
            var places = new TheoryData<string, string, string>();
            foreach (var (production, before, words) in Grammar.Places())
                places.Add(production, before, words);
            return places;
        }
    }

    [Fact]
    public void Every_production_of_the_grammar_is_reached() => Assert.Equal([], Grammar.Unreached);

    [Theory]
    [MemberData(nameof(Places))]
    public void Words_are_offered_where_the_grammar_has_them(string production, string before, string words)
    {
        var offered = Labels(before + "$0");
        var begun = Labels($"{before}{words[0]}$0");

        Assert.True(begun.IsSupersetOf(words.Split(' ')), $"{production}: not when the first letter is typed");
        Assert.Equal([], words.Split(' ').Where(word => !offered.Contains(word)));
    }

    static HashSet<string> Labels(string text)
    {
        var fixture = Fixture.Parse(text);
        return
        [
            .. GuidelineCompletion
                .At(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset, () => [])
                .Select(proposal => proposal.Label),
        ];
    }
}
