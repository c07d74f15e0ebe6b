using BenchmarkDotNet.Attributes;
using LabelSpec.Benchmarks.Data;
using LabelSpec.Grammar;
using LabelSpec.Semantics;

namespace LabelSpec.Benchmarks.Language;

/// <summary>Binding a 5,000-line guideline, which an editor does for each keystroke, against parsing it whole.</summary>
[MemoryDiagnoser]
public class BindBenchmark
{
    string _text = "";
    SyntaxTree _tree = SyntaxTree.Parse("");
    SyntaxTree _edited = SyntaxTree.Parse("");

    [GlobalSetup]
    public void SetUp()
    {
        _text = SpecGenerator.Write(5000);
        _tree = SyntaxTree.Parse(_text);
        _edited = _tree.WithText(
            _text.Insert(_text.IndexOf("never both", _text.Length / 2, StringComparison.Ordinal), "x")
        );
        if (Compilation.Create("generated.labelspec", _tree).HasErrors)
            throw new InvalidOperationException("The generated guideline has a mistake.");
    }

    [Benchmark(Baseline = true)]
    public int Parse() => SyntaxTree.Parse(_text).Diagnostics.Count;

    [Benchmark]
    public int Bind() => Compilation.Create("generated.labelspec", _tree).Diagnostics.Length;

    [Benchmark]
    public int BindAfterOneKeystroke() => Compilation.Create("generated.labelspec", _edited).Diagnostics.Length;
}
