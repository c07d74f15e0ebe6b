using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Tests.Support;

namespace LabelSpec.Semantics.Tests.Classes;

public class InheritanceTests
{
    [Fact]
    public void Members_of_parents_are_merged_nearest_first()
    {
        var guideline = Spec.Bind(
            """
            abstract class thing { shape box | polygon attribute occlusion: none | partial | heavy }
            abstract class vehicle extends thing { attribute wheels: int 2..18 }
            class car extends vehicle { attribute occlusion: none | partial }
            """
        );

        var car = guideline.FindClass("car")!;
        Assert.Equal(["occlusion", "wheels"], car.Attributes.Select(attribute => attribute.Name));
        Assert.Equal(2, Assert.IsType<EnumAttributeType>(car.Attributes[0].Type).Values.Length);
        Assert.Equal(2, car.Shapes.Length);
        Assert.Equal(["vehicle", "thing"], car.Ancestors.Select(ancestor => ancestor.Name));
        Assert.Equal(car, Assert.Single(guideline.FindClass("thing")!.ConcreteDescendants));
    }

    [Fact]
    public void A_diamond_has_each_ancestor_and_each_member_once()
    {
        var guideline = Spec.Bind(
            """
            abstract class thing { shape box attribute occlusion: none | heavy size at least 8px x 8px }
            abstract class left extends thing
            abstract class right extends thing
            class both extends left, right
            """
        );

        var both = guideline.FindClass("both")!;
        Assert.Equal(3, both.Ancestors.Length);
        Assert.Single(both.Attributes);
        Assert.Equal(2, both.Limits.Length);
        Assert.Single(guideline.Rules);
    }

    [Theory]
    [InlineData("shape box", "shape {|LS1202:polygon|}")]
    [InlineData("shape box visible", "shape {|LS1202:box amodal|}")]
    [InlineData("size at least 8px x 8px", "{|LS1202:size at least 8px x 4px|}")]
    [InlineData("size at most 8px x 8px", "{|LS1202:size at most 9px x 8px|}")]
    [InlineData("area 10px2..20px2", "{|LS1202:area 10px2..30px2|}")]
    [InlineData("aspect 0.5..2", "{|LS1202:aspect 3..4|}")]
    [InlineData("count 0..3 per image", "{|LS1202:count 0..4 per image|}")]
    [InlineData("points 3..10", "{|LS1202:points 2..10|}")]
    [InlineData("part wheel 2..4", "{|LS1202:part wheel 0..4|}")]
    [InlineData("part wheel 2..4 inside 90%", "{|LS1202:part wheel 2..4 inside 80%|}")]
    [InlineData("attribute a: red | green", "attribute {|LS1202:a|}: red | blue")]
    [InlineData("attribute a: any of red | green", "attribute {|LS1202:a|}: any of red | blue")]
    [InlineData("attribute a: int 0..5", "attribute {|LS1202:a|}: int 0..6")]
    [InlineData("attribute a: int 0..5", "attribute {|LS1202:a|}: text")]
    [InlineData("attribute a: number 0..5 px", "attribute {|LS1202:a|}: number 0..5 deg")]
    [InlineData("attribute a: bool required", "attribute {|LS1202:a|}: bool")]
    [InlineData("attribute a: bool constant", "attribute {|LS1202:a|}: bool")]
    [InlineData("attribute a: text matching \"x\"", "attribute {|LS1202:a|}: text")]
    [InlineData("attribute a: ref wheel", "attribute {|LS1202:a|}: ref wheel | tyre")]
    public void A_child_may_not_loosen(string parent, string child) =>
        Spec.Check(
            $$"""
            class wheel { shape box }
            class tyre { shape box }
            abstract class vehicle { {{parent}} }
            class car extends vehicle { {{child}} }
            """
        );

    [Theory]
    [InlineData("shape box | polygon", "shape polygon")]
    [InlineData("shape box", "shape box amodal")]
    [InlineData("size at least 8px x 8px", "size at least 8px x 9px")]
    [InlineData("size at least 8px x 8px", "size at most 80px x 80px")]
    [InlineData("size at least 8px x 8px", "size at least 4px x 4px when heavy")]
    [InlineData("area 10px2..20px2", "area 12px2..18px2")]
    [InlineData("part wheel 2..4", "part wheel 3..4 inside 90%")]
    [InlineData("attribute a: red | green", "attribute a: red")]
    [InlineData("attribute a: number 0..1", "attribute a: int 0..1")]
    [InlineData("attribute a: bool", "attribute a: bool required constant")]
    [InlineData("attribute a: ref wheel | tyre", "attribute a: ref wheel")]
    public void A_child_may_tighten(string parent, string child) =>
        Spec.Check(
            $$"""
            class wheel { shape box }
            class tyre { shape box }
            abstract class vehicle { attribute heavy: bool {{parent}} }
            class car extends vehicle { {{child}} }
            """
        );

    [Theory]
    [InlineData("shape box", "shape polygon")]
    [InlineData("attribute a: red", "attribute a: blue")]
    [InlineData("attribute a: bool", "attribute a: text")]
    [InlineData("size at least 8px x 8px", "size at most 4px x 4px")]
    public void Parents_that_exclude_each_other_are_reported(string first, string second) =>
        Spec.Check(
            $$"""
            abstract class a { {{first}} }
            abstract class b { {{second}} }
            class {|LS1203:c|} extends a, b
            """
        );

    [Theory]
    [InlineData("class a extends {|LS1201:a|}")]
    [InlineData("class a extends b\nclass b extends {|LS1201:a|}")]
    [InlineData("class a extends b\nclass b extends c\nclass c extends {|LS1201:a|}")]
    public void A_cycle_is_reported_once(string text) => Spec.Check(text);

    [Fact]
    public void A_child_with_a_stricter_limit_is_judged_by_its_own_rule_only()
    {
        var guideline = Spec.Bind(
            """
            abstract class vehicle { shape box size at least 8px x 8px }
            class car extends vehicle { size at least 20px x 20px }
            class bus extends vehicle
            """
        );

        Assert.Equal(["vehicle.size", "car.size"], guideline.Rules.Select(rule => rule.Name));
        Assert.Equal(
            ["bus"],
            Assert.IsType<EachBinder>(guideline.Rules[0].Binder).Variable.Classes.Select(symbol => symbol.Name)
        );
    }

    [Fact]
    public void A_long_chain_of_classes_is_cut_with_a_message()
    {
        var chain = string.Join('\n', Enumerable.Range(1, 3000).Select(i => $"class c{i} extends c{i - 1}"));

        var compilation = Spec.Compile("class c0\n" + chain);

        Assert.Contains(compilation.Diagnostics, diagnostic => diagnostic.Code == "LS1407");
        Assert.All(compilation.Guideline.Classes, symbol => Assert.InRange(symbol.Ancestors.Length, 0, 65));
    }

    [Fact]
    public void Sets_of_classes_know_their_members()
    {
        var guideline = Spec.Bind(
            """
            abstract class vehicle { shape box }
            class car extends vehicle
            class taxi extends car
            class bus extends vehicle
            ignore class zone { shape box }
            rule r { for pair a, b: vehicle except bus require iou(a, b) < 90% }
            rule s { for a: any require a.width > 3px }
            """
        );

        var pair = Assert.IsType<UnorderedPairBinder>(guideline.Rules[0].Binder).First.Classes;
        Assert.Equal(["car", "taxi"], pair.Select(symbol => symbol.Name));
        Assert.False(pair.Contains(guideline.FindClass("bus")!));
        var any = Assert.IsType<EachBinder>(guideline.Rules[1].Binder).Variable.Classes;
        Assert.Equal(["car", "taxi", "bus"], any.Select(symbol => symbol.Name));
        Assert.True(pair.IsSubsetOf(any));
    }

    [Fact]
    public void Classes_are_found_by_what_annotation_files_call_them()
    {
        var guideline = Spec.Bind("class light \"traffic light\" { alias \"lamp\" replaces \"semaphore\" }");

        Assert.Equal("light", guideline.FindClassByLabel("traffic light")?.Name);
        Assert.Equal("light", guideline.FindClassByLabel("lamp")?.Name);
        Assert.Null(guideline.FindClassByLabel("light"));
        Assert.Equal("light", guideline.FindClassByReplacedLabel("semaphore")?.Name);
    }
}
