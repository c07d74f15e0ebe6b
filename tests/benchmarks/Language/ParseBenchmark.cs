using BenchmarkDotNet.Attributes;
using LabelSpec.Benchmarks.Data;
using LabelSpec.Grammar;

namespace LabelSpec.Benchmarks.Language;

/// <summary>A 5,000-line guideline: read whole, and read again after one keystroke in its middle.</summary>
[MemoryDiagnoser]
public class ParseBenchmark
{
    string _text = "";
    string _edited = "";
    SyntaxTree _tree = SyntaxTree.Parse("");

    [GlobalSetup]
    public void SetUp()
    {
        _text = SpecGenerator.Write(5000);
        var middle = _text.IndexOf("never both", _text.Length / 2, StringComparison.Ordinal);
        _edited = _text.Insert(middle, "x");
        _tree = SyntaxTree.Parse(_text);
        if (_tree.Diagnostics.Count > 0)
            throw new InvalidOperationException($"The generated guideline has a mistake: {_tree.Diagnostics[0]}");
    }

    [Benchmark(Baseline = true)]
    public int Whole() => SyntaxTree.Parse(_text).Declarations.Count;

    [Benchmark]
    public int OneKeystroke() => _tree.WithText(_edited).Declarations.Count;
}
