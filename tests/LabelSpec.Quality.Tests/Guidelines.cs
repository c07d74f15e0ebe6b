using LabelSpec.Grammar;
using LabelSpec.Semantics;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Tests;

static class Guidelines
{
    /// <summary>A guideline without errors.</summary>
    public static Guideline Of(string text)
    {
        var compilation = Compilation.Create("drawing.labelspec", SyntaxTree.Parse(text));
        Assert.DoesNotContain(compilation.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        return compilation.Guideline;
    }
}
