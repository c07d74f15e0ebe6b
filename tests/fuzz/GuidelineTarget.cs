using System.Text;
using LabelSpec.Engine.Checks;
using LabelSpec.Grammar;
using LabelSpec.Grammar.Formatting;
using LabelSpec.Semantics;

namespace LabelSpec.Fuzz.Tests;

/// <summary>A guideline is parsed, bound and formatted; its diagnostics lie within it.</summary>
sealed class GuidelineTarget : IFuzzTarget
{
    readonly Lazy<IReadOnlyList<FuzzCase>> seeds = new(() => Corpus.Files("*.labelspec", "samples", "tests"));

    public string Name => "guideline";

    public IReadOnlyList<FuzzCase> Seeds => seeds.Value;

    public void Examine(FuzzCase one)
    {
        var text = Encoding.UTF8.GetString(one.Bytes);
        var tree = SyntaxTree.Parse(text);
        var compilation = Compilation.Create(
            one.Path,
            tree,
            files: null,
            new CompilationOptions { KnownChecks = CheckCatalogue.Known }
        );
        foreach (var diagnostic in tree.Diagnostics)
            Assert.InRange(diagnostic.Span.End, diagnostic.Span.Start, text.Length);
        Assert.NotNull(compilation.Guideline);
        foreach (var diagnostic in compilation.Diagnostics)
            Assert.NotEmpty(diagnostic.Message);
    }
}
