using LabelSpec.Grammar;

namespace LabelSpec.Semantics.Sources;

/// <summary>For guidelines that stand alone.</summary>
public sealed class NoFiles : IGuidelineFiles
{
    public static readonly NoFiles Instance = new();

    private NoFiles() { }

    public SyntaxTree? Find(string path) => null;
}
