using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Tests.Support;

namespace LabelSpec.Semantics.Tests.Classes;

public class ShortFormTests
{
    [Theory]
    [InlineData("size at least 8px x 4px", "car.size", "self.width in 8.. ; self.height in 4..")]
    [InlineData("size at most 80px", "car.max_size", "self.width in ..80 ; self.height in ..80")]
    [InlineData("area 64px2..", "car.area", "self.area in 64..")]
    [InlineData("aspect 0.5..2", "car.aspect", "self.aspect in 0.5..2")]
    [InlineData("side 3px..", "car.side", "self.width in 3.. ; self.height in 3..")]
    [InlineData("holes 0", "car.holes", "self.holes in 0..0")]
    [InlineData("points 3..10", "car.points", "self.vertices in 3..10")]
    public void A_limit_becomes_a_rule(string member, string name, string expected)
    {
        var rule = Assert.Single(Spec.Bind($"class car {{ {member} }}").Rules);

        Assert.Equal(name, rule.Name);
        Assert.Equal(expected, string.Join(" ; ", rule.Assertions.Select(assertion => Show(assertion.Condition))));
        Assert.Equal(member, rule.Origin.Span.Text);
        Assert.NotNull(rule.Message);
    }

    [Theory]
    [InlineData("count 0..3 per image", "car.count", typeof(ImageBinder))]
    [InlineData("count 0..3", "car.count", typeof(ImageBinder))]
    [InlineData("count 2.. per track", "car.count_per_track", typeof(TrackBinder))]
    [InlineData("count 100.. per dataset", "car.count_per_dataset", typeof(DatasetBinder))]
    public void A_count_becomes_a_rule_over_what_it_is_counted_in(string member, string name, Type binder)
    {
        var rule = Assert.Single(Spec.Bind($"class car {{ {member} }}").Rules);

        Assert.Equal(name, rule.Name);
        Assert.IsType(binder, rule.Binder);
    }

    [Fact]
    public void A_size_at_a_reference_width_grows_with_the_image()
    {
        var rule = Assert.Single(Spec.Bind("class car { size at least 10px x 10px at 640px wide }").Rules);

        var limit = Assert.IsType<BoundInRange>(rule.Assertions[0].Condition).Lower;
        var product = Assert.IsType<BoundArithmetic>(limit);
        Assert.Equal(10, Assert.IsType<BoundNumber>(product.Left).Value);
        Assert.Equal(ArithmeticOperator.Divide, Assert.IsType<BoundArithmetic>(product.Right).Operator);
    }

    [Fact]
    public void Conditions_of_a_limit_are_conditions_of_its_rule()
    {
        var rule = Assert.Single(
            Spec.Bind(
                "class car { attribute cut: bool size at least 10px x 10px when not cut unless touches_edge(self) \"at the edge\" }"
            ).Rules
        );

        Assert.IsType<BoundNot>(rule.Where);
        Assert.Equal("at the edge", Assert.Single(rule.Exceptions).Why);
    }

    [Fact]
    public void Parts_are_counted_and_must_lie_in_a_whole()
    {
        var rules = Spec.Bind(
            "class wheel { shape box } class car { shape box part wheel 0..4 inside 95% } class bus { shape box part wheel 4.. inside 80% }"
        ).Rules;

        Assert.Equal(["car.part.wheel", "car.part.wheel.inside", "bus.part.wheel"], rules.Select(rule => rule.Name));
        var somewhere = Assert.IsType<BoundLogic>(rules[1].Assertions[0].Condition);
        Assert.Equal(LogicOperator.Or, somewhere.Operator);
    }

    [Fact]
    public void Overlaps_become_rules_over_pairs()
    {
        var guideline = Spec.Bind(
            """
            class car { shape box }
            class bus { shape box }
            overlap car: below 90%
            overlap car, bus: none
            overlap bus: allowed
            """
        );

        Assert.Equal(3, guideline.Overlaps.Length);
        Assert.Equal(["overlap.car", "overlap.car.bus"], guideline.Rules.Select(rule => rule.Name));
        Assert.All(guideline.Rules, rule => Assert.IsType<UnorderedPairBinder>(rule.Binder));
    }

    [Fact]
    public void Never_both_becomes_a_rule_over_pairs()
    {
        var guideline = Spec.Bind(
            """
            class car { shape box attribute doors: int 0..5 }
            class truck { shape box }
            distinguish car from truck {
              "What counts is what it was built for."
              choose car when doors > 3
              choose truck when "it has a cargo bed"
              otherwise car
              never both above iou 80%
            }
            """
        );

        var distinction = Assert.Single(guideline.Distinctions);
        Assert.Equal(
            (2, "car", 0.8),
            (distinction.Choices.Length, distinction.Otherwise?.Name, distinction.NeverBothAbove)
        );
        Assert.Equal("distinguish.car.truck", Assert.Single(guideline.Rules).Name);
    }

    [Fact]
    public void Clauses_of_attributes_become_rules()
    {
        var rules = Spec.Bind(
            """
            class light {
              attribute state: red | off
              attribute arrow: bool required when state != off
              attribute blinks: bool only when state != off
              attribute colour: black | yellow constant
            }
            image { attribute fog: bool attribute sight: number 0..100 m required when image.fog }
            """
        ).Rules;

        Assert.Equal(
            ["light.arrow.required", "light.blinks.only", "light.colour.constant", "image.sight.required"],
            rules.Select(rule => rule.Name)
        );
        Assert.Equal(
            [
                RuleOriginKind.RequiredWhen,
                RuleOriginKind.OnlyWhen,
                RuleOriginKind.Constant,
                RuleOriginKind.RequiredWhen,
            ],
            rules.Select(rule => rule.Origin.Kind)
        );
        Assert.True(
            Assert.IsType<BoundPresence>(rules[1].Assertions[0].Condition) is { IsMissing: true, IgnoresDefault: true }
        );
        Assert.IsType<StepBinder>(rules[2].Binder);
    }

    [Fact]
    public void A_rule_with_a_mistake_in_it_is_left_out_of_the_model()
    {
        var guideline = Spec.Compile(
            "class car { shape box } rule r { for a: car require a.widht > 3px } rule s { for a: car require a.width > 3px }"
        ).Guideline;

        Assert.Equal("s", Assert.Single(guideline.Rules).Name);
    }

    private static string Show(BoundExpression condition)
    {
        var range = Assert.IsType<BoundInRange>(condition);
        var member = Assert.IsType<BoundAnnotationMember>(range.Operand);
        return $"self.{AnnotationMembers.Of(member.Member).Name} in {Show(range.Lower, "")}..{Show(range.Upper, "")}";

        static string Show(BoundExpression? end, string open) => end is BoundNumber number ? $"{number.Value}" : open;
    }
}
