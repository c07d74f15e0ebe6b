namespace LabelSpec.Grammar.Tests;

public class FixtureTests
{
    [Theory]
    [MemberData(nameof(Fixtures.All), MemberType = typeof(Fixtures))]
    public void A_correct_guideline_has_no_syntax_diagnostics(string fixture)
    {
        var tree = SyntaxTree.Parse(Fixtures.Read(fixture));

        Assert.Equal(
            [],
            tree.Diagnostics.Select(d => $"{tree.Source.Lines.PositionOf(d.Span.Start)} {d.Code} {d.Message}")
        );
    }

    [Theory]
    [MemberData(nameof(Fixtures.All), MemberType = typeof(Fixtures))]
    public void Printing_a_tree_gives_the_text_back(string fixture)
    {
        var text = Fixtures.Read(fixture);

        Assert.Equal(text, SyntaxTree.Parse(text).ToText());
    }
}
