using LabelSpec.Grammar;
using LabelSpec.Semantics.Tests.Support;

namespace LabelSpec.Semantics.Tests;

public class ExampleOfTheLanguageTests
{
    [Fact]
    public void The_guideline_of_the_language_page_has_no_errors_and_no_warnings()
    {
        var text = File.ReadAllText("fixtures/urban_driving.labelspec");
        var files = new MemoryFiles(("common/occlusion.labelspec", "let heavy = 0.5\nclass dummy {}"));

        var compilation = Spec.Compile(text, files);

        Assert.Empty(compilation.Diagnostics.Where(diagnostic => diagnostic.Severity >= Severity.Warning));
    }

    [Fact]
    public void Short_forms_become_rules_with_names()
    {
        var text = File.ReadAllText("fixtures/urban_driving.labelspec");
        var files = new MemoryFiles(("common/occlusion.labelspec", "class dummy {}"));

        var rules = Spec.Bind(text, files).Rules.Select(rule => rule.Name);

        Assert.Equal(
            [
                "vehicle.size",
                "traffic_light.arrow.required",
                "rider_has_two_wheeler",
                "one_class_per_vehicle",
                "cars_do_not_jump",
                "enough_pedestrians",
            ],
            rules
        );
    }
}
