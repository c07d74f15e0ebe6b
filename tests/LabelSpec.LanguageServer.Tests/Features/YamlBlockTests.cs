using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Tests.Support;

namespace LabelSpec.LanguageServer.Tests.Features;

/// <summary>What folds in <c>labelspec.yaml</c>, and what a selection grows over there.</summary>
public sealed class YamlBlockTests
{
    const string Project =
        "# Whose data\n# this is\nspec: main.labelspec\ndatasets:\n- path: a.json\n  images: img\n\n- path: b.json\nseverity:\n  wide: off # not yet\nbaseline: b.json\n";

    [Fact]
    public void What_is_indented_belongs_to_its_key() =>
        Assert.Equal(
            [
                "datasets:\n- path: a.json\n  images: img\n\n- path: b.json",
                "- path: a.json\n  images: img",
                "severity:\n  wide: off # not yet",
            ],
            YamlBlocks.In(Project).Select(span => Project.Substring(span.Start, span.Length))
        );

    [Fact]
    public void Comments_over_several_lines_are_one() =>
        Assert.Equal(
            ["# Whose data\n# this is"],
            YamlBlocks.Comments(Project).Select(span => Project.Substring(span.Start, span.Length))
        );

    [Theory]
    [InlineData(
        "datasets:\n- path: a.json\n  images: im$0g/one",
        "img/one|images: img/one|- path: a.json\n  images: img/one"
    )]
    [InlineData("severity:\n  wi$0de: off", "wide|wide: off")]
    [InlineData(
        "waive:\n  - ru$0le: wide\n    because: x",
        "rule|rule: wide|- rule: wide|- rule: wide\n    because: x"
    )]
    [InlineData("a: b\n$0\nc: d", "")]
    [InlineData("a: b\n$0", "")]
    [InlineData("$0", "")]
    public void A_selection_grows_from_the_word_to_the_whole_text(string marked, string expected)
    {
        var fixture = Fixture.Parse("//- /project/labelspec.yaml\n" + marked);
        var text = fixture.Document().Text.ToString();

        var spans = YamlBlocks
            .Around(text, fixture.Offset)
            .Select(span => text.Substring(span.Start, span.Length))
            .Reverse()
            .ToList();

        Assert.Equal(text, spans[^1]);
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), spans[..^1]);
    }
}
