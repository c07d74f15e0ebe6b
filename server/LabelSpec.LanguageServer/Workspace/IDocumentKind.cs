using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Workspace;

/// <summary>
/// Decides whether a document is of its kind, and keeps its content up to date. Features answer by the type of the
/// content, so that a kind that is added here finds its place in every feature.
/// </summary>
public interface IDocumentKind
{
    /// <summary>As pages and logs call it.</summary>
    string Name { get; }

    /// <summary>Whether a document is of this kind. Kinds are asked in order, the first one wins.</summary>
    bool Claims(string uri, string languageId, DocumentText text);

    DocumentContent Open(string uri, DocumentText text);

    /// <summary>The content after edits. Runs between the client's messages: it must cost little.</summary>
    /// <param name="before">What this kind made of the text before.</param>
    /// <param name="text">After all changes.</param>
    /// <param name="changes">In order; each speaks about the text after the one before it.</param>
    DocumentContent Change(
        DocumentContent before,
        DocumentText textBefore,
        DocumentText text,
        IReadOnlyList<TextDocumentContentChangeEvent> changes
    );
}
