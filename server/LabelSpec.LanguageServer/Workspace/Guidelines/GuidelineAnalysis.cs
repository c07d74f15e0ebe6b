using System.Collections.Immutable;
using LabelSpec.Grammar;
using LabelSpec.Semantics;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.LanguageServer.Workspace.Guidelines;

/// <summary>
/// One guideline file with all that is known about it: its syntax, and the guidelines it belongs to. A file that
/// others import is understood in the company of those.
/// </summary>
public sealed class GuidelineAnalysis
{
    readonly ImmutableArray<Lazy<Compilation>> _compilations;
    readonly Lazy<SourceFile> _file;

    /// <param name="compilations">At least one; the first is the guideline that questions about one place are answered from.</param>
    public GuidelineAnalysis(string path, SyntaxTree tree, IEnumerable<Func<Compilation>> compilations)
    {
        Path = path;
        Tree = tree;
        _compilations = [.. compilations.Select(make => new Lazy<Compilation>(make))];
        _file = new Lazy<SourceFile>(() => FileIn(Compilation)!);
    }

    public string Path { get; }

    public SyntaxTree Tree { get; }

    public string Text => Tree.Text;

    /// <summary>The guideline that the file belongs to; the first of them, where it belongs to several.</summary>
    public Compilation Compilation => _compilations[0].Value;

    /// <summary>Every guideline that the file belongs to.</summary>
    public IEnumerable<Compilation> Compilations => _compilations.Select(lazy => lazy.Value);

    /// <summary>The file as <see cref="Compilation"/> knows it.</summary>
    public SourceFile File => _file.Value;

    /// <summary>The file as one of the guidelines knows it.</summary>
    public SourceFile? FileIn(Compilation compilation) =>
        compilation.Guideline.Files.FirstOrDefault(file => file.Path == Path);
}
