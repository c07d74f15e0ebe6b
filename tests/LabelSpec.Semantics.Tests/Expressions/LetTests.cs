using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Tests.Support;

namespace LabelSpec.Semantics.Tests.Expressions;

public class LetTests
{
    [Fact]
    public void Arguments_stand_in_place_of_the_parameters()
    {
        var guideline = Spec.Bind(
            "let tiny(x) = x.width < least\nlet least = 10px\nclass car {}\nrule r { for a: car forbid tiny(a) }"
        );

        var call = Assert.IsType<BoundLetCall>(guideline.Rules[0].Assertions[0].Condition);
        var comparison = Assert.IsType<BoundComparison>(call.Body);
        var member = Assert.IsType<BoundAnnotationMember>(comparison.Operands[0]);
        Assert.Equal("a", Assert.IsType<BoundVariable>(member.Target).Variable.Name);
        Assert.Equal("least", Assert.IsType<BoundLetCall>(comparison.Operands[1]).Let.Name);
    }

    [Theory]
    [InlineData("let f(a) = touches_edge(a, 2px)", "forbid f(c)", "bool")]
    [InlineData("let f(a) = a.width", "forbid f(c) < 3px and f(c) > 2px", "px")]
    [InlineData("let f(a) = 3px", "forbid c.width < f(c)", "px")]
    [InlineData("let f(a) = a", "forbid f(c).width < f(3px)", null)]
    [InlineData("let f(a) = a", "forbid c.width < 3px", null)]
    public void Its_type_is_the_one_that_all_uses_have(string let, string assertion, string? type)
    {
        var guideline = Spec.Bind($"{let}\nclass car {{ shape box }}\nrule r {{ for c: car {assertion} }}");

        Assert.Equal(type, guideline.Lets[0].Type?.DisplayName);
    }

    [Fact]
    public void What_is_wrong_in_any_case_is_reported_in_the_body_once() =>
        Spec.Check(
            """
            let tiny(x) = x.width < {|LS1001:leest|}
            class car {}
            class bus {}
            rule r { for a: car forbid tiny(a) }
            rule s { for a: bus forbid tiny(a) }
            """
        );

    [Fact]
    public void What_is_wrong_for_one_use_is_reported_there()
    {
        var compilation = Spec.Check(
            """
            let big(x) = x.area > 100px2
            class car { shape box }
            class lane { shape polyline }
            rule r { for a: car forbid big(a) }
            rule s { for a: lane forbid {|LS1404:big(a)|} }
            """
        );

        var diagnostic = compilation.Diagnostics.Single(found => found.Code == "LS1404");
        Assert.StartsWith("In `big`: ", diagnostic.Message);
        Assert.Equal("x.area", diagnostic.Related[0].Span.Text);
    }

    [Fact]
    public void Bare_values_of_a_parameters_attribute_are_no_unknown_names() =>
        Spec.Check(
            "let dark(x) = x.state == off\nclass light { attribute state: red | off }\nrule r { for a: light forbid dark(a) }"
        );

    [Theory]
    [InlineData("let {|LS1010:x|} = x + 1")]
    [InlineData("let {|LS1010:x|} = y\nlet y = z\nlet z = x")]
    [InlineData("let {|LS1010:x|}(a) = if a > 0 then x(a - 1) else 0")]
    public void Recursion_is_reported_once(string text) => Spec.Check(text);

    [Theory]
    [InlineData("{|LS1403:tiny|}")]
    [InlineData("{|LS1403:tiny()|}")]
    [InlineData("{|LS1403:tiny(a, a)|}")]
    [InlineData("{|LS1403:least(a)|} > 3px")]
    public void Wrong_numbers_of_arguments_are_reported(string condition) =>
        Spec.Check(
            $"let tiny(x) = x.width < 10px\nlet least = 3px\nclass car {{}}\nrule r {{ for a: car forbid {condition} }}"
        );

    [Fact]
    public void A_body_may_speak_of_the_image_of_its_use() =>
        Spec.Check(
            """
            let wide(x) = x.width > 50% * image.width
            class car {}
            rule r { for a: car forbid wide(a) }
            rule s { for dataset require count(a: car where wide(a)) < 3 }
            rule t { for track v: car forbid exists a: car in v where wide(a) }
            """
        );
}
