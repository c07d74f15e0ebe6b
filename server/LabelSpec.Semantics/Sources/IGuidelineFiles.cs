using LabelSpec.Grammar;

namespace LabelSpec.Semantics.Sources;

/// <summary>Gives the files that a guideline imports: from disk, from editor buffers, from memory.</summary>
public interface IGuidelineFiles
{
    /// <summary>
    /// The syntax tree of a file, or null if there is none. Asking again for an unchanged file should give the same tree,
    /// so that nothing is parsed twice.
    /// </summary>
    /// <param name="path">The path of the importing file's folder joined with the imported path, without <c>.</c> and <c>..</c>, folders separated by <c>/</c>.</param>
    SyntaxTree? Find(string path);
}
