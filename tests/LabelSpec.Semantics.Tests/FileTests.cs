using LabelSpec.Semantics.Tests.Support;

namespace LabelSpec.Semantics.Tests;

public class FileTests
{
    [Fact]
    public void A_version_is_compared_with_that_of_its_own_file()
    {
        var shared = (
            "shared.labelspec",
            "guideline shared version \"3.0.0\"\nclass car { replaces \"auto\" since \"2.5.0\" }"
        );

        Spec.Check("guideline main version \"1.0.0\"\nimport \"shared.labelspec\"", new MemoryFiles(shared));
    }

    [Fact]
    public void Files_that_import_each_other_are_reported_and_bound_once()
    {
        var files = new MemoryFiles(("b.labelspec", "import \"main.labelspec\"\nclass bus"));

        var compilation = Spec.Compile("import \"b.labelspec\"\nclass car", files);

        Assert.Equal(
            ["LS1102"],
            compilation.Diagnostics.Where(found => found.Severity == Grammar.Severity.Error).Select(found => found.Code)
        );
        Assert.Equal(["car", "bus"], compilation.Guideline.Classes.Select(symbol => symbol.Name));
    }

    [Theory]
    [InlineData("a/main.labelspec", "b.labelspec", "a/b.labelspec")]
    [InlineData("a/main.labelspec", "../b.labelspec", "b.labelspec")]
    [InlineData("a/main.labelspec", "./c/../b.labelspec", "a/b.labelspec")]
    [InlineData("main.labelspec", "../b.labelspec", "../b.labelspec")]
    [InlineData("/x/main.labelspec", "/y/b.labelspec", "/y/b.labelspec")]
    [InlineData("a\\main.labelspec", "c\\b.labelspec", "a/c/b.labelspec")]
    public void An_import_is_found_from_the_folder_of_its_file(string importer, string path, string expected) =>
        Assert.Equal(expected, Sources.GuidelinePath.Resolve(importer, path));

    [Fact]
    public void A_missing_file_is_told_once()
    {
        Spec.Check(
            "import {|LS1101:\"gone.labelspec\"|}\nclass car extends vehicle\nrule r { for a: bus require tiny(a) and speed > 3 }"
        );
    }
}
