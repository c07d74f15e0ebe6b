using LabelSpec.Grammar;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Tests.Support;

/// <summary>Files in memory, by path.</summary>
internal sealed class MemoryFiles(params (string Path, string Text)[] files) : IGuidelineFiles
{
    private readonly Dictionary<string, SyntaxTree> trees = files.ToDictionary(
        file => file.Path,
        file => SyntaxTree.Parse(file.Text)
    );

    public SyntaxTree? Find(string path) => trees.GetValueOrDefault(path);
}
