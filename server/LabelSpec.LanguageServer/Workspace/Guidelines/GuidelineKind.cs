using LabelSpec.Grammar;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace.Files;

namespace LabelSpec.LanguageServer.Workspace.Guidelines;

/// <summary><c>.labelspec</c> files, and documents without a file that the editor calls <c>labelspec</c>.</summary>
public sealed class GuidelineKind : IDocumentKind
{
    public const string LanguageId = "labelspec";

    public string Name => "guideline";

    public bool Claims(string uri, string languageId, DocumentText text) =>
        languageId == LanguageId || WorkspaceFiles.IsGuideline(uri);

    public DocumentContent Open(string uri, DocumentText text) =>
        new GuidelineContent(SyntaxTree.Parse(text.ToString()));

    public DocumentContent Change(
        DocumentContent before,
        DocumentText textBefore,
        DocumentText text,
        IReadOnlyList<TextDocumentContentChangeEvent> changes
    ) => new GuidelineContent(((GuidelineContent)before).Tree.WithText(text.ToString()));
}
