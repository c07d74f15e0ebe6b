using LabelSpec.Semantics.Tests.Support;

namespace LabelSpec.Semantics.Tests.Analysis;

public class LogicTests
{
    [Theory]
    [InlineData("{|LS1503:require a.share <= 1|}")]
    [InlineData("{|LS1503:require a.share in 0..1|}")]
    [InlineData("{|LS1503:require a.width >= 0px|}")]
    [InlineData("{|LS1503:forbid a.share > 100%|}")]
    [InlineData("{|LS1503:forbid a.area < 0px2|}")]
    [InlineData("{|LS1503:require a.state in (red, green)|}")]
    [InlineData("{|LS1503:require a.state == red or a.state != red|}")]
    [InlineData("{|LS1503:require abs(a.left) >= 0px|}")]
    [InlineData("{|LS1503:require count(b: car where b != a) >= 0|}")]
    [InlineData("{|LS1503:require iou(a, a) <= 1|}")]
    [InlineData("{|LS1503:require a.width == a.width|}")]
    [InlineData("{|LS1503:require a.width > 5px implies a.width > 3px|}")]
    [InlineData("{|LS1504:require a.share > 1|}")]
    [InlineData("{|LS1504:require a.width < 5px and a.width > 10px|}")]
    [InlineData("{|LS1504:require a.state == red and a.state == green|}")]
    [InlineData("{|LS1504:forbid a.share < 2|}")]
    [InlineData("{|LS1504:require a.share + a.share > 3|}")]
    [InlineData("{|LS1504:require a is line|}")]
    [InlineData("{|LS1504:require a.lit and 5 < 3|}")]
    [InlineData("{|LS1504:require not (a.width >= 0px)|}")]
    [InlineData("where {|LS1505:a.width < 5px and a.width > 10px|} require a.lit")]
    [InlineData("where {|LS1501:a.share >= 0|} require a.lit")]
    [InlineData("where a.lit {|LS1503:require a.lit|}")]
    [InlineData("where a.width > 10px {|LS1504:require a.width < 5px|}")]
    [InlineData("where a.width > 10px {|LS1503:require a.width > 5px|}")]
    [InlineData("where a.state == red {|LS1504:require a.state == green|}")]
    [InlineData("where a.state != red {|LS1503:require a.state == green|}")]
    [InlineData("require a.lit {|LS1505:unless a.share <= 1|}")]
    [InlineData("require a.lit unless {|LS1502:a.share > 1|}")]
    [InlineData("{|LS1503:require a.share <= 0.5|} unless a.share > 0.5")]
    [InlineData("require a.lit and exists b: car where {|LS1502:b.share > 1|}")]
    [InlineData("require count(b: car where {|LS1501:b.share <= 1|}) > 3 and a.lit")]
    [InlineData("require a.width > (if {|LS1502:a.share > 1|} then 3px else 4px)")]
    [InlineData("where a.shape == box require a.lit")]
    public void Conditions_that_never_change_are_found(string clauses) =>
        Spec.CheckRule(
            clauses.Replace("where a.shape == box", "where {|LS1501:a.shape == box|}", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("require a.share < 1")]
    [InlineData("require a.width > 0px")]
    [InlineData("require a.left >= 0px")]
    [InlineData("require a.state == red or a.lit")]
    [InlineData("require a.share + a.share > 1.5")]
    [InlineData("where a.width > 10px require a.width < 20px")]
    [InlineData("require a.state == green unless a.lit")]
    [InlineData("require a.share > 0.2 unless a.share > 0.5")]
    [InlineData("require a.width / a.height > 1")]
    [InlineData("require a.share - a.share < 0.5")]
    [InlineData("forbid a.state is missing")]
    public void Conditions_that_depend_on_data_are_not(string clauses) => Spec.CheckRule(clauses);

    [Fact]
    public void An_attribute_with_a_default_is_never_missing() =>
        Spec.Check(
            "class car { attribute share: number 0..1 = 0 } rule r { for a: car {|LS1503:require a.share is set|} }"
        );

    [Fact]
    public void A_rule_over_no_class_never_applies() =>
        Spec.Check(
            """
            abstract class {|LS1205:x|}
            class car
            rule r { for {|LS1505:a|}: x require a.width > 3px }
            rule s { for {|LS1505:a|}: car except car require a.width > 3px }
            """
        );

    [Fact]
    public void Conditions_of_attributes_are_checked_too() =>
        Spec.Check("class car { attribute share: number 0..1 attribute why: text required when {|LS1502:share > 2|} }");
}
