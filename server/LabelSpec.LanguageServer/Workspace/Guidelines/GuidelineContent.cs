using LabelSpec.Grammar;

namespace LabelSpec.LanguageServer.Workspace.Guidelines;

/// <summary>The syntax of a guideline file. What its names mean depends on other files: see <see cref="GuidelineAnalysis"/>.</summary>
public sealed class GuidelineContent(SyntaxTree tree) : DocumentContent
{
    public SyntaxTree Tree { get; } = tree;
}
