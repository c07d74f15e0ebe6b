using CsCheck;
using LabelSpec.Grammar.Facts;
using LabelSpec.TestSupport;

namespace LabelSpec.Grammar.Tests;

/// <summary>What can be written at the bar.</summary>
public class ExpectationTests
{
    [Theory]
    [InlineData("|", "class rule test")]
    [InlineData("class a {}\n|", "class rule test")]
    [InlineData("class a {}\n\ncl|\n\nclass b", "class rule test")]
    [InlineData("class a {\n  |\n}", "shape size attribute include")]
    [InlineData("class a {\n  shape box\n  |", "shape size attribute visible amodal")]
    [InlineData("class a { count 1.. per | }", "image track dataset")]
    [InlineData("class a { size | }", "at")]
    [InlineData("class a { attribute x: bool | }", "required only constant shape")]
    [InlineData("class a |", "extends")]
    [InlineData("rule r {\n  |\n}", "for require forbid message fix")]
    [InlineData("rule r: | {}", "error warning info")]
    [InlineData("rule r { fix | }", "set remove clip")]
    [InlineData("rule r { for a: b | }", "where except require")]
    [InlineData("when x { | }", "rule when")]
    [InlineData("skeleton s { | }", "points edges")]
    [InlineData("quality { | }", "match accept")]
    [InlineData("test \"t\" { | }", "image expect")]
    [InlineData("overlap a, b: |", "allowed none below")]
    public void Words(string text, string expected)
    {
        var words = At(text).Words.Select(w => w.Text).ToHashSet();

        Assert.Equal([], expected.Split(' ').Where(word => !words.Contains(word)));
    }

    [Theory]
    [InlineData("class a { shape | }", "size class")]
    [InlineData("rule r { for a: b require | }", "for require")]
    [InlineData("class a { attribute | }", "shape")]
    [InlineData("rule r {\n  |\n}", "class shape")]
    [InlineData("class a |", "class rule")]
    public void No_words(string text, string unexpected)
    {
        var words = At(text).Words.Select(w => w.Text).ToHashSet();

        Assert.Equal([], unexpected.Split(' ').Where(words.Contains));
    }

    [Theory]
    [InlineData("rule r { for a: b require | }", ExpectedPart.Expression)]
    [InlineData("rule r { for a: b require a.x < | }", ExpectedPart.Expression)]
    [InlineData("rule r { for a: b require iou(a, | }", ExpectedPart.Expression)]
    [InlineData("rule r { for a: b require a.| }", ExpectedPart.Member)]
    [InlineData("rule r { for a: b require a.wid| }", ExpectedPart.Member)]
    [InlineData("rule r { for a: b require a.x | }", ExpectedPart.Operator)]
    [InlineData("rule r { for a: | }", ExpectedPart.Class)]
    [InlineData("class a { shape | }", ExpectedPart.Shape)]
    [InlineData("class a { shape b| }", ExpectedPart.Shape)]
    [InlineData("class a extends |", ExpectedPart.Class)]
    [InlineData("class a { attribute x: | }", ExpectedPart.Type)]
    [InlineData("class a { attribute x: y | | }", ExpectedPart.Value)]
    [InlineData("class a { exclude \"x\" use | }", ExpectedPart.Replacement)]
    [InlineData("class a { shape skeleton | }", ExpectedPart.Skeleton)]
    [InlineData("test \"t\" { r: car | }", ExpectedPart.Geometry)]
    [InlineData("test \"t\" { expect | }", ExpectedPart.Rule)]
    [InlineData("test \"t\" { expect r at | }", ExpectedPart.Annotation)]
    [InlineData("check |", ExpectedPart.Check)]
    public void Parts(string text, ExpectedPart expected) => Assert.Contains(expected, At(text).Parts);

    [Theory]
    [InlineData("class a { include \"| }")]
    [InlineData("class a { // |\n }")]
    [InlineData("class a { /* | */ }")]
    [InlineData("class a { id 3 ? | }")]
    public void Nothing(string text) => Assert.Empty(At(text).Words);

    [Fact]
    public void The_word_that_is_being_typed_is_told()
    {
        var found = At("rule r { requ| }");

        Assert.Equal("requ", "rule r { requ }".Substring(found.Typed.Start, found.Typed.Length));
        Assert.Contains(found.Words, w => w.Text == "require" && w.Documentation.Length > 0);
    }

    [Fact]
    public void Any_place_of_any_text_can_be_asked() =>
        Gen.Select(MutatedText.Any, Gen.Double[0, 1])
            .Holds((text, where) => SyntaxTree.Parse(text).ExpectationsAt((int)(where * text.Length)), iter: 400);

    static SyntaxExpectations At(string marked)
    {
        var offset = marked.LastIndexOf('|');
        return SyntaxTree.Parse(marked.Remove(offset, 1)).ExpectationsAt(offset);
    }
}
