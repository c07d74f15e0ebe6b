using LabelSpec.Engine.Checks;
using LabelSpec.Grammar;
using LabelSpec.Semantics;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Engine.Tests;

static class TestGuideline
{
    /// <summary>The model of a guideline that must have no errors, the names of its checks included.</summary>
    public static Guideline Bind(string text)
    {
        var compilation = Compilation.Create(
            "main.labelspec",
            SyntaxTree.Parse(text),
            files: null,
            new CompilationOptions { KnownChecks = CheckCatalogue.Known }
        );
        Assert.Empty(compilation.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error));
        return compilation.Guideline;
    }
}
