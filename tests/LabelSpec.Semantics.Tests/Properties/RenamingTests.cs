using System.Text.RegularExpressions;
using LabelSpec.Semantics.Tests.Support;

namespace LabelSpec.Semantics.Tests.Properties;

public class RenamingTests
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Fixtures.Texts.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Renaming_every_class_by_its_references_changes_no_diagnostic(int number)
    {
        var text = Fixtures.Texts[number];
        var before = Spec.Compile(text, Catalogue.Files);
        var file = before.Guideline.Files[0];
        var edits = before
            .Guideline.Classes.SelectMany(symbol => before.Index.ReferencesOf(symbol))
            .Where(occurrence => occurrence.Span.File == file)
            .Select(occurrence => occurrence.Span.Start)
            .Distinct()
            .OrderDescending();
        var renamed = text;
        foreach (var start in edits)
        {
            renamed = renamed.Insert(start, "zz_");
        }

        var after = Spec.Compile(renamed, Catalogue.Files);

        Assert.NotEqual(text, renamed);
        Assert.Equal(
            before.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Message)).Order(),
            after
                .Diagnostics.Select(diagnostic => (diagnostic.Code, Regex.Replace(diagnostic.Message, "zz_", "")))
                .Order()
        );
    }
}
