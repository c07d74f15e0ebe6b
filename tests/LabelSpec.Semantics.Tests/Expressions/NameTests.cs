using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Tests.Support;

namespace LabelSpec.Semantics.Tests.Expressions;

public class NameTests
{
    [Theory]
    [InlineData("a.state == red")]
    [InlineData("red == a.state")]
    [InlineData("a.state != \"green\"")]
    [InlineData("a.state not in (red, \"green\") or a.lit")]
    [InlineData("not (a.state == red) or a.lit")]
    [InlineData("a.shape == box")]
    [InlineData("a.class == car")]
    [InlineData("a is car")]
    [InlineData("a is not line | body")]
    [InlineData("if a.lit then a.state == red else a.state == green")]
    [InlineData("a.state == (if a.lit then red else green)")]
    [InlineData("image.weather == rain")]
    [InlineData("a.image.weather == rain")]
    [InlineData("exists b: line where b.image.weather == clear")]
    [InlineData("a.id == 7 or a.id == \"seven\" or a.track == a.group")]
    [InlineData("\"night\" in image.tags")]
    [InlineData("image.name matches \"[a-z]+\\\\.png\"")]
    [InlineData("a.share is missing or a.score is set")]
    [InlineData("distance(a, a.center) == 0")]
    [InlineData("count(b: any in dataset) > 3")]
    [InlineData("count(i in dataset.images where i.weather == rain) > 3")]
    [InlineData("0.2 < a.aspect <= 6")]
    [InlineData("(a.width) in 8px..")]
    [InlineData("sum(b.area for b: car) <= image.area")]
    [InlineData("min(a.width, a.height) > 3px and max(b.width for b: car where b != a) < 9px")]
    public void These_conditions_are_fine(string condition) =>
        Spec.CheckRule($"require {condition}", "for a: car | line | body where a.left > 3px");

    [Theory]
    [InlineData("{|LS1001:c|}.width > 3px")]
    [InlineData("a.state == {|LS1005:blue|}")]
    [InlineData("{|LS1005:blue|} == a.state")]
    [InlineData("a.state in (red, {|LS1005:blue|})")]
    [InlineData("a.shape == {|LS1005:bx|}")]
    [InlineData("a.class == {|LS1002:bus|}")]
    [InlineData("a.{|LS1004:nose|} is set")]
    [InlineData("image.{|LS1004:wether|} == rain")]
    [InlineData("a.center.{|LS1004:z|} > 3px")]
    [InlineData("a.width.{|LS1004:x|} > 3px")]
    [InlineData("{|LS1006:area|}(a) > 3")]
    [InlineData("{|LS1403:iou(a)|} > 3")]
    [InlineData("no {|LS1015:a|}: car where a.width > 3px")]
    [InlineData("exists b: {|LS1002:bus|} where b.width > 3px")]
    [InlineData("a.image.{|LS1004:colour|} == rain")]
    public void Wrong_names_are_reported_once(string condition) =>
        Spec.CheckRule($"require {condition}", "for a: car where a.left > 3px");

    /// <summary>A file that others import knows nothing of the classes that will extend its own.</summary>
    [Theory]
    [InlineData("share", false)]
    [InlineData("shore", true)]
    public void Attributes_of_an_abstract_class_without_children_are_no_mistake(string name, bool isWrong) =>
        Assert.Equal(
            isWrong,
            Spec.Compile(
                    $"abstract class thing {{ attribute share: number }}\nrule r {{ for a: thing require a.{name} > 0 message \"{{a.{name}}}\" fix set a.{name} = 0 }}"
                )
                .Diagnostics.Any(found => found.Code == "LS1004")
        );

    [Theory]
    [InlineData("/// A person who is standing.\nclass p { attribute pose: standing | lying }", "lying")]
    [InlineData("class p { attribute pose: standing | lying\n  include \"Everybody who is Lying\" }", "standing")]
    [InlineData("/// Outstanding people.\nclass p { attribute pose: standing }", "standing")]
    public void A_value_that_the_prose_of_its_class_mentions_is_explained(string text, string unexplained) =>
        Assert.Equal(
            [unexplained],
            Spec.Compile(text).Diagnostics.Where(found => found.Code == "LS1303").Select(found => found.Span.Text)
        );

    [Fact]
    public void The_nearest_right_name_is_offered_and_put_in_by_the_fix()
    {
        var diagnostic = Spec.Compile("class car {}\nrule r { for a: crr require a.width > 3px }")
            .Diagnostics.Single(found => found.Code == "LS1002");

        Assert.Contains("did you mean `car`?", diagnostic.Message);
        var edit = Assert.Single(Assert.Single(diagnostic.Fixes).Edits);
        Assert.Equal(("crr", "car"), (edit.Span.Text, edit.NewText));
    }

    [Fact]
    public void A_dataset_label_in_place_of_a_class_is_explained()
    {
        var message = Spec.Message(
            "class light \"traffic light\" { alias \"lamp\" }\nrule r { for a: lamp require a.width > 3px }",
            "LS1002"
        );

        Assert.Contains("`light`", message);
    }

    [Fact]
    public void Inside_a_class_attributes_are_named_bare()
    {
        var guideline = Spec.Bind(
            "class light { attribute state: red | off  attribute arrow: bool required when state != off and width > 3px }"
        );

        var condition = guideline.Classes[0].Attributes[1].RequiredWhen;
        Assert.IsType<BoundLogic>(condition);
    }

    [Fact]
    public void A_value_wins_over_a_class_of_its_name_where_a_value_is_needed()
    {
        var guideline = Spec.Bind(
            "class red { attribute state: red | off }\nrule r { for a: red require a.state == red }"
        );

        var comparison = Assert.IsType<BoundComparison>(guideline.Rules[0].Assertions[0].Condition);
        Assert.IsType<BoundEnumValue>(comparison.Operands[1]);
    }

    [Fact]
    public void Classes_of_a_union_may_each_have_their_own_attribute()
    {
        var guideline = Spec.Bind(
            """
            class car { attribute state: parked | moving }
            class light { attribute state: red | off }
            class tree
            rule r { for a: car | light | tree require a.state in (parked, red) }
            """
        );

        var list = Assert.IsType<BoundInList>(guideline.Rules[0].Assertions[0].Condition);
        Assert.Equal(2, Assert.IsType<BoundAttribute>(list.Operand).Attributes.Length);
    }

    [Fact]
    public void An_attribute_of_different_types_in_a_union_is_reported() =>
        Spec.Check(
            """
            class car { attribute state: parked | moving }
            class light { attribute state: number 0..1 }
            rule r { for a: car | light require {|LS1401:a.state|} == parked }
            """
        );

    [Fact]
    public void A_reference_leads_to_the_other_annotation()
    {
        var guideline = Spec.Bind(
            """
            class bicycle { shape box }
            class rider { shape box attribute vehicle: ref bicycle }
            rule r { for a: rider require overlap(a.vehicle, a) > 0 and a.vehicle.width > 3px }
            """
        );

        Assert.Single(guideline.Rules);
    }

    [Fact]
    public void Keypoints_have_coordinates_and_visibility() =>
        Spec.CheckRule("require a.nose.y < a.tail.y and a.nose.visible and a.tail is set", "for a: body");

    [Fact]
    public void Width_of_a_cuboid_is_in_metres() =>
        Spec.Check(
            "class car { shape cuboid }\nrule r { for a: car require a.width < 3m and a.length < 20m and a.volume < 60m3 }"
        );
}
