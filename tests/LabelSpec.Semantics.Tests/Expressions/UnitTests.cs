using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Tests.Support;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Tests.Expressions;

public class UnitTests
{
    [Theory]
    [InlineData("a.width", "px")]
    [InlineData("a.width * a.height", "px2")]
    [InlineData("a.area / a.width", "px")]
    [InlineData("a.width / a.height", "ratio")]
    [InlineData("sqrt(a.area)", "px")]
    [InlineData("a.width + 3px", "px")]
    [InlineData("50% * image.width", "px")]
    [InlineData("2 * a.width - a.height", "px")]
    [InlineData("count(b: car)", "count")]
    [InlineData("count(b: car) / count(c: line)", "ratio")]
    [InlineData("count(b: car) + 1", "count")]
    [InlineData("1 - a.share", "number")]
    [InlineData("1 - iou(a, a)", "ratio")]
    [InlineData("-a.width", "px")]
    [InlineData("a.width / 2s", "px/s")]
    [InlineData("a.width * a.width * a.width", "px3")]
    [InlineData("1 / a.width", "1/px")]
    [InlineData("if a.lit then 3px else a.width", "px")]
    [InlineData("abs(a.left - a.right)", "px")]
    [InlineData("round(a.share)", "number")]
    public void Arithmetic_gives_the_unit(string expression, string unit)
    {
        var message = Spec.CheckRule($"require a.lit message \"{{{expression}}}\"").Guideline.Rules[0].Message!;

        Assert.Equal(unit, Assert.IsType<NumberType>(message.Parts[0].Value!.Type).Unit.ToString());
    }

    [Theory]
    [InlineData("a.width < 0.5", "`a.width` is in px, `0.5` is a plain number: write `50% * image.width`")]
    [InlineData("a.height < 50%", "`a.height` is in px, `50%` is a ratio: write `50% * image.height`")]
    [InlineData("20 > a.width", "`20` is a plain number, `a.width` is in px: write `20px`")]
    [InlineData("a.area > 64px", "`a.area` is in px2, `64px` is in px: they cannot be compared")]
    [InlineData("a.area < 10%", "`a.area` is in px2, `10%` is a ratio: write `10% * image.area`")]
    [InlineData("a.width + 0.5 > 3px", "`a.width` is in px, `0.5` is a plain number: write `50% * image.width`")]
    [InlineData("count(b: car) > 50%", "`count(b: car)` is a count, `50%` is a ratio: they cannot be compared")]
    [InlineData("touches_edge(a, 2)", "`margin` is in px, and `2` is a plain number: write `2px`")]
    public void Wrong_units_are_answered_with_what_to_write(string condition, string message)
    {
        var compilation = Spec.Compile($"class car {{ shape box }} rule r {{ for a: car require {condition} }}");

        var diagnostic = Assert.Single(compilation.Diagnostics, found => found.Code == "LS1402");
        Assert.Equal(message, diagnostic.Message);
    }

    [Theory]
    [InlineData("a.width > 0")]
    [InlineData("0 < a.width")]
    [InlineData("distance(a, a) == 0")]
    [InlineData("a.width in 0..10px")]
    [InlineData("a.width - 0 > 3px")]
    public void A_bare_zero_fits_every_unit(string condition) => Spec.CheckRule($"require {condition}");

    [Fact]
    public void The_fix_for_a_missing_unit_adds_it()
    {
        var diagnostic = Spec.Compile("class car {} rule r { for a: car require a.width > 20 }")
            .Diagnostics.Single(found => found.Code == "LS1402");

        Assert.Equal("20px", Assert.Single(Assert.Single(diagnostic.Fixes).Edits).NewText);
    }

    [Theory]
    [InlineData("{|LS1401:a.width|}")]
    [InlineData("a.lit and {|LS1401:a|}")]
    [InlineData("{|LS1401:a.lit|} + 1 > 2")]
    [InlineData("{|LS1401:a.width == a.lit|}")]
    [InlineData("{|LS1401:a.center == a.center|}")]
    [InlineData("{|LS1406:a.state < red|}")]
    [InlineData("{|LS1406:a.class < car|}")]
    [InlineData("{|LS1401:a.width|} matches \"x\"")]
    [InlineData("a.source matches {|LS1304:\"(\"|}")]
    [InlineData("a.source matches {|LS1304:\"(a)\\\\1\"|}")]
    [InlineData("a.width in {|LS1401:a.lit|}")]
    [InlineData("a.state in {|LS1401:a.lit|}")]
    [InlineData("iou(a, {|LS1401:3|}) > 0")]
    [InlineData("iou(a, {|LS1401:image|}) > 0")]
    [InlineData("{|LS1401:a|} is missing")]
    [InlineData("{|LS1402:sqrt(a.width)|} > 3")]
    [InlineData("a.width / {|LS1506:(2 - 2)|} > 3px")]
    [InlineData("changes({|LS1405:a.state|})")]
    [InlineData("a.width == (if a.lit then 3px else {|LS1001:red|})")]
    public void Wrong_types_are_reported_once(string condition) =>
        Spec.CheckRule($"require {condition}", "for a: car where a.left > 3px");

    [Theory]
    [InlineData("for a: line", "iou({|LS1404:a|}, {|LS1404:a|}) > 0")]
    [InlineData("for a: line", "{|LS1404:a.area|} > 3px2")]
    [InlineData("for a: line", "{|LS1404:a.holes|} == 0")]
    [InlineData("for a: car", "iou3d({|LS1404:a|}, {|LS1404:a|}) > 0")]
    public void Shapes_without_an_area_have_no_area(string binder, string condition) =>
        Spec.Check(
            $$"""
            class car { shape box }
            class line { shape polyline }
            rule r { {{binder}} require {{condition}} }
            """
        );

    [Fact]
    public void Percent_is_a_ratio()
    {
        var comparison = Assert.IsType<BoundComparison>(Spec.Condition("a.share > 50%"));

        Assert.Equal(new BoundNumber(0.5, NumberType.Ratio, comparison.Operands[1].Span), comparison.Operands[1]);
    }
}
