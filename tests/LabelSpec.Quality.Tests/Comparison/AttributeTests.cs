using System.Collections.Immutable;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Tests.Comparison;

public class AttributeTests
{
    [Theory]
    [InlineData("red", "red", "exact", true)]
    [InlineData("red", "Red", "exact", false)]
    [InlineData("1", "1.0", "exact", true)]
    [InlineData("True", "true", "exact", true)]
    [InlineData("10", "10.4", "exact", false)]
    [InlineData("10", "10.4", "number:0.5", true)]
    [InlineData("10", "10.6", "number:0.5", false)]
    [InlineData("kitten", "sitting", "levenshtein:0.57", true)]
    [InlineData("kitten", "sitting", "levenshtein:0.58", false)]
    [InlineData("red", "blue", "off", true)]
    public void Values_are_the_same_as_their_rule_says(string truth, string work, string rule, bool isSame)
    {
        var result = Compare.With(
            ComparisonProfiles.Strict,
            With(truth),
            With(work),
            parameters => parameters with { Attributes = Rules(rule) }
        );
        Assert.Equal(isSame ? [] : [ConflictType.MismatchingAttributes], result.Types());
        if (!isSame)
            Assert.Equal("v", Assert.Single(result.Images.Single().Conflicts.Single().Attributes).Name);
    }

    [Fact]
    public void A_value_that_one_side_lacks_differs()
    {
        var result = Compare.Strict(With("red"), new Scene().Box("a", 0, 0, 10, 10));
        var difference = Assert.Single(result.Images.Single().Conflicts.Single().Attributes);
        Assert.Equal(("red", null), (difference.Truth, difference.Work));
        var score = Assert.Single(ComparisonSummary.Of(result).Attributes);
        Assert.Equal((0, 1), (score.Equal, score.Compared));
    }

    [Fact]
    public void CVAT_2_74_compares_only_what_a_rule_names_and_then_parts_the_pair()
    {
        Assert.Empty(Compare.With(ComparisonProfiles.Cvat274, With("red"), With("blue")).Types());
        Assert.Equal(
            [ConflictType.MissingAnnotation, ConflictType.ExtraAnnotation],
            Compare
                .With(
                    ComparisonProfiles.Cvat274,
                    With("red"),
                    With("blue"),
                    parameters => parameters with { Attributes = Rules("exact") }
                )
                .Types()
        );
    }

    static ImmutableDictionary<string, AttributeRule> Rules(string rule) =>
        ImmutableDictionary<string, AttributeRule>.Empty.Add("v", AttributeRule.Parse(rule)!);

    static Scene With(string value) =>
        new Scene().Box("a", 0, 0, 10, 10, content: $"<attribute name=\"v\">{value}</attribute>");
}
