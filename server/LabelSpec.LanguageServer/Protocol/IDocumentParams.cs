namespace LabelSpec.LanguageServer.Protocol;

/// <summary>Parameters about one document: requests with them are answered by the handler of the document's kind.</summary>
public interface IDocumentParams
{
    TextDocumentIdentifier TextDocument { get; }
}
