using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Rename;
using LabelSpec.LanguageServer.Tests.Support;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;
using LabelSpec.Semantics;

namespace LabelSpec.LanguageServer.Tests.Features;

public sealed class RenameTests
{
    [Theory]
    [InlineData(
        "class ca$0r\nrule r { for a: car require a.width > 1px }",
        "auto",
        "class auto \"car\"\nrule r { for a: auto require a.width > 1px }"
    )]
    [InlineData("class ca$0r \"Auto\"\nclass b extends car", "kfz", "class kfz \"Auto\"\nclass b extends kfz")]
    [InlineData("abstract class ve$0h\nclass b extends veh", "v", "abstract class v\nclass b extends v")]
    [InlineData(
        "class car\nrule r { for $0a: car require a.width > 1px message \"{a.id}\" }",
        "x",
        "class car\nrule r { for x: car require x.width > 1px message \"{x.id}\" }"
    )]
    [InlineData(
        "class car { attribute o$0ld: bool }\nclass b extends car { attribute old: bool }",
        "aged",
        "class car { attribute aged \"old\": bool }\nclass b extends car { attribute aged \"old\": bool }"
    )]
    [InlineData(
        "class car { attribute s: on | off }\nrule r { for a: car require a.s == o$0n }",
        "lit",
        "class car { attribute s: lit \"on\" | off }\nrule r { for a: car require a.s == lit }"
    )]
    [InlineData("class car \"a$0uto\" { shape box }", "kfz", "class car \"kfz\" { replaces \"auto\" shape box }")]
    [InlineData(
        "class car \"a$0uto\" {\n  shape box\n}",
        "kfz",
        "class car \"kfz\" {\n  replaces \"auto\"\n  shape box\n}"
    )]
    [InlineData(
        "class car\ntest \"t\" { image 9 x 9 $0a: car box 1 1 2 2 expect nothing }",
        "b",
        "class car\ntest \"t\" { image 9 x 9 b: car box 1 1 2 2 expect nothing }"
    )]
    [InlineData("class ca$0r \"c\"\n", "my car", "class `my car` \"c\"\n")]
    public void Renames(string text, string newName, string expected)
    {
        var fixture = Fixture.Parse(text);

        var result = Rename(fixture, newName);

        Assert.Null(result.Refusal);
        Assert.Equal(expected, After(fixture, result, fixture.Path));
    }

    [Fact]
    public void Files_that_import_it_follow()
    {
        var fixture = Fixture.Parse(
            "//- /project/main.labelspec\nimport \"part.labelspec\"\nclass car extends vehicle\n//- /project/part.labelspec\nabstract class ve$0hicle\n"
        );

        var result = Rename(fixture, "v");

        Assert.Equal(
            "import \"part.labelspec\"\nclass car extends v\n",
            After(fixture, result, "/project/main.labelspec")
        );
        Assert.Equal("abstract class v\n", After(fixture, result, "/project/part.labelspec"));
    }

    [Theory]
    [InlineData("rule wi$0de { for a: car require a.width > 5px }", "broad", "wide", "broad")]
    [InlineData("class va$0n { aspect 0.3..6 }", "bus", "van.aspect", "bus.aspect")]
    [InlineData(
        "class van { attribute s: on | off attribute ar$0row: bool only when s == on }",
        "sign",
        "van.arrow.only",
        "van.sign.only"
    )]
    public void Project_files_and_tests_follow_the_names_of_rules(
        string text,
        string newName,
        string before,
        string after
    )
    {
        const string Project =
            "spec: main.labelspec\nseverity:\n  {0}: off\nwaive:\n  - rule: \"{0}\"\n    because: x\n    until: 2030-01-01\n";
        var fixture = Fixture.Parse(
            $"class car\ntest \"t\" {{ image 9 x 9 a: car box 1 1 2 2 expect `{before}` at a }}\n{text}\n"
                + $"//- /project/labelspec.yaml\n{Project.Replace("{0}", before, StringComparison.Ordinal)}"
        );

        var result = Rename(fixture, newName);

        Assert.Null(result.Refusal);
        Assert.Equal(
            Project.Replace("{0}", after, StringComparison.Ordinal),
            After(fixture, result, "/project/labelspec.yaml")
        );
        Assert.Matches($"expect `?{after}`? at a", After(fixture, result, fixture.Path));
    }

    [Fact]
    public void A_rule_is_renamed_where_a_project_file_names_it()
    {
        var fixture = Fixture.Parse(
            "class car\nrule wide { for a: car require a.width > 5px }\n"
                + "//- /project/labelspec.yaml\nspec: main.labelspec\nseverity: { wi$0de: off }\n"
        );

        var result = GuidelineRename.RenameRule(
            fixture.Snapshot,
            fixture.Context<ProjectContent>().Content,
            fixture.Offset,
            "broad",
            default
        );

        Assert.Equal(
            "class car\nrule broad { for a: car require a.width > 5px }\n",
            After(fixture, result, "/project/main.labelspec")
        );
        Assert.Equal("spec: main.labelspec\nseverity: { broad: off }\n", After(fixture, result, fixture.Path));
    }

    [Theory]
    [InlineData("class ca$0r\nclass bus", "bus", "already")]
    [InlineData("class ca$0r", "  ", "at least one character")]
    [InlineData("class car {$0}", "x", "nothing here")]
    [InlineData("class car { attribute s: o$0n | off }", "off", "already")]
    [InlineData("skeleton s { points a$0, b }\nclass c { shape skeleton s }", "b", "already")]
    [InlineData("class car\nrule r { for pair a$0, b: car require a.width > b.width }", "b", "something else")]
    [InlineData(
        "class car\nrule r { for a$0: car require exists b: car where b.width > a.width }",
        "b",
        "something else"
    )]
    [InlineData("class car\nrule r { for a: car require exists b$0: car where b.width > 3px }", "a", "something else")]
    [InlineData("class car\nrule r { for a$0: car require a.width > 3% * image.width }", "image", "something else")]
    [InlineData("let f(a$0, b) = a.width > b.width", "b", "something else")]
    [InlineData("class car\ntest \"t\" { image 9 x 9 a$0: car box 1 1 2 2 b: car box 3 3 2 2 }", "b", "already")]
    public void Refuses(string text, string newName, string why) =>
        Assert.Contains(why, Rename(Fixture.Parse(text), newName).Refusal, StringComparison.Ordinal);

    [Fact]
    public void A_name_that_is_taken_elsewhere_in_a_rule_can_be_given()
    {
        var fixture = Fixture.Parse(
            "class car\nrule r { for a: car require exists b$0: car where b.width > 3px and exists c: car where c.width > 3px }\n"
                + "rule s { for x: car require exists c: car where c.width > x.width }\n"
        );

        Assert.Null(Rename(fixture, "x").Refusal);
    }

    [Fact]
    public void A_renamed_guideline_means_the_same()
    {
        const string Text =
            "class ca$0r { shape box attribute s: on | off }\nrule r { for a: car require a.s == on }\n";
        var fixture = Fixture.Parse(Text);
        var renamed = After(fixture, Rename(fixture, "auto"), fixture.Path);

        var before = fixture.Context<GuidelineContent>().Analysis().Compilation;
        var after = Compilation.Create("/project/main.labelspec", Grammar.SyntaxTree.Parse(renamed));

        Assert.Equal(before.Diagnostics.Select(d => d.Code).Order(), after.Diagnostics.Select(d => d.Code).Order());
        Assert.Equal("car", after.Guideline.Classes.Single().Label);
    }

    static RenameResult Rename(Fixture fixture, string newName) =>
        GuidelineRename.Rename(
            fixture.Snapshot,
            fixture.Context<GuidelineContent>().Analysis(),
            fixture.Offset,
            newName,
            default
        );

    static string After(Fixture fixture, RenameResult result, string path) =>
        TextEdit.Apply(
            fixture.Document(path).Text.ToString(),
            result.Edits.Where(edit => edit.Path == path).Select(edit => new TextEdit(edit.Span, edit.Text))
        );
}
