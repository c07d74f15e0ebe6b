using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Tests.Support;

namespace LabelSpec.Semantics.Tests.Expressions;

public class ScopeTests
{
    [Theory]
    [InlineData("for a: car", DomainKind.Image)]
    [InlineData("for pair a, b: car", DomainKind.Image)]
    [InlineData("for image", DomainKind.Image)]
    [InlineData("for dataset", DomainKind.Dataset)]
    [InlineData("for track t: car", DomainKind.Track)]
    [InlineData("for group g", DomainKind.Group)]
    public void Quantifiers_look_where_the_binder_says(string binder, DomainKind expected)
    {
        var compilation = Spec.Compile(
            $"class car {{}} class cat {{}} rule r {{ {binder} require exists z: cat where z.width > 3px }}"
        );

        var quantifier = Assert.IsType<BoundQuantifier>(compilation.Guideline.Rules.Single().Assertions[0].Condition);
        Assert.Equal(expected, quantifier.Domain.Kind);
        Assert.Null(quantifier.Domain.Of);
    }

    [Fact]
    public void A_quantifier_inside_of_one_over_the_data_looks_in_the_same_image()
    {
        var guideline = Spec.Bind(
            "class car {} class cat {} rule r { for dataset require no a: car where exists b: cat where iou(a, b) > 0 }"
        );

        var outer = Assert.IsType<BoundQuantifier>(guideline.Rules[0].Assertions[0].Condition);
        var inner = Assert.IsType<BoundQuantifier>(outer.Where);
        Assert.Equal(DomainKind.Image, inner.Domain.Kind);
        Assert.Equal(AnnotationMember.Image, Assert.IsType<BoundAnnotationMember>(inner.Domain.Of).Member);
    }

    [Theory]
    [InlineData("for track t: car require {|LS1405:image|}.width > 3px and t.length > 1")]
    [InlineData("for dataset require {|LS1405:image|}.width > 3px")]
    [InlineData("for group g require g.size > 1 and image.width > 3px")]
    [InlineData("for step a -> b: car require changes(a.width) and distance(a.center, b.center) < 20% * image.width")]
    [InlineData("for dataset require dataset.images > 3 and dataset.annotations > 3")]
    [InlineData("for track t: car require t.length in 1..9 and t.longest_gap < 3 and t.start < t.end")]
    [InlineData("for dataset require {|LS1401:dataset|}")]
    [InlineData("for a: car require exists b: car in {|LS1401:a.width|}")]
    public void Binders_decide_what_may_be_named(string clauses) =>
        Spec.Check($"class car {{ shape box }} rule r {{ {clauses} }}");

    [Fact]
    public void A_condition_around_rules_is_part_of_each_of_them()
    {
        var guideline = Spec.Bind(
            """
            class car { shape box }
            image { attribute time: day | night attribute wet: bool }
            when image.time == night { when image.wet { rule r { for a: car where a.width > 3px require a.height > 3px } } }
            """
        );

        var where = Assert.IsType<BoundLogic>(guideline.Rules[0].Where);
        Assert.Equal("image.time == night", Assert.IsType<BoundLogic>(where.Left).Left.Span.Text);
    }
}
