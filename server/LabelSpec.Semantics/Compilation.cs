using System.Collections.Immutable;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Binding;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Index;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Semantics;

/// <summary>A guideline, bound: the model, everything that is wrong with it, and where its symbols stand. Immutable.</summary>
public sealed class Compilation
{
    internal Compilation(Guideline guideline, ImmutableArray<SpecDiagnostic> diagnostics, SymbolIndex index)
    {
        Guideline = guideline;
        Diagnostics = diagnostics;
        Index = index;
    }

    /// <summary>The model. It leaves out what is wrong: a rule with an error in it is not judged.</summary>
    public Guideline Guideline { get; }

    /// <summary>What is wrong with the syntax and the meaning of all files, by file and place.</summary>
    public ImmutableArray<SpecDiagnostic> Diagnostics { get; }

    /// <summary>Where symbols are declared and used, and what can be named where.</summary>
    public SymbolIndex Index { get; }

    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>Binds a guideline. Never throws, whatever the text is.</summary>
    /// <param name="path">The path of the entry file; imports are found relative to it.</param>
    /// <param name="files">Gives imported files; null for a guideline that stands alone.</param>
    public static Compilation Create(
        string path,
        SyntaxTree entry,
        IGuidelineFiles? files = null,
        CompilationOptions? options = null
    ) =>
        GuidelineBinder.Bind(
            path.Replace('\\', '/'),
            entry,
            files ?? NoFiles.Instance,
            options ?? CompilationOptions.Default
        );
}
