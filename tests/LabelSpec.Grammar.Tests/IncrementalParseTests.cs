using CsCheck;
using LabelSpec.TestSupport;

namespace LabelSpec.Grammar.Tests;

public class IncrementalParseTests
{
    [Fact]
    public void A_tree_after_edits_is_the_tree_of_the_edited_text() =>
        Gen.Select(MutatedText.Fixture, MutatedText.Edit.List[1, 8])
            .Holds(
                (text, edits) =>
                {
                    var tree = SyntaxTree.Parse(text);
                    foreach (var edit in edits)
                    {
                        text = edit(text);
                        tree = tree.WithText(text);
                        AssertSame(SyntaxTree.Parse(text), tree);
                    }
                },
                iter: 120
            );

    [Fact]
    public void An_edit_leaves_the_other_declarations_as_they_are()
    {
        var text = Fixtures.Read("urban_driving.labelspec");
        var before = SyntaxTree.Parse(text);

        var after = before.WithText(text.Replace("id 3", "id 33"));

        var kept = after.Declarations.Intersect(before.Declarations).Count();
        Assert.Equal(before.Declarations.Count, after.Declarations.Count);
        Assert.Equal(before.Declarations.Count - 1, kept);
        var moved = after.Declarations[^1];
        Assert.Equal(before.SpanOf(moved).Start + 1, after.SpanOf(moved).Start);
    }

    [Fact]
    public void The_same_text_is_the_same_tree()
    {
        var before = SyntaxTree.Parse(Fixtures.Read("urban_driving.labelspec"));

        Assert.Equal(before.Declarations, before.WithText(before.Text).Declarations);
    }

    static void AssertSame(SyntaxTree expected, SyntaxTree actual)
    {
        Assert.Equal(expected.Segments.Select(s => s.Text), actual.Segments.Select(s => s.Text));
        Assert.Equal(TreeShape.Dump(expected), TreeShape.Dump(actual));
    }
}
