using LabelSpec.Grammar;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace.Files;

namespace LabelSpec.LanguageServer.Workspace.Guidelines;

/// <summary><c>.labelspec</c> files, and other documents that the editor calls <c>labelspec</c>.</summary>
public sealed class GuidelineKind : IDocumentKind
{
    public const string LanguageId = "labelspec";

    /// <summary>eglot calls all documents of a server by the name of the first of its modes, data too.</summary>
    static readonly string[] OtherExtensions = [".json", ".jsonl", ".xml", ".yaml", ".yml", ".csv", ".txt"];

    public string Name => "guideline";

    public bool Claims(string uri, string languageId, DocumentText text) =>
        WorkspaceFiles.IsGuideline(uri)
        || (languageId == LanguageId && !OtherExtensions.Contains(Path.GetExtension(DocumentUri.PathOf(uri))));

    public DocumentContent Open(string uri, DocumentText text) =>
        new GuidelineContent(SyntaxTree.Parse(text.ToString()));

    public DocumentContent Change(
        DocumentContent before,
        DocumentText textBefore,
        DocumentText text,
        IReadOnlyList<TextDocumentContentChangeEvent> changes
    ) => new GuidelineContent(((GuidelineContent)before).Tree.WithText(text.ToString()));
}
