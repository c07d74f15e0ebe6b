using LabelSpec.Semantics.Tests.Support;

namespace LabelSpec.Semantics.Tests;

public class EverythingTests
{
    [Fact]
    public void Every_form_of_the_language_binds_without_errors()
    {
        var compilation = Spec.Compile(File.ReadAllText("fixtures/everything.labelspec"));

        var found = compilation.Diagnostics.Where(diagnostic => diagnostic.Severity >= Grammar.Severity.Warning);
        Assert.True(!found.Any(), string.Join('\n', found));
    }
}
