using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Session;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Tests.Wire;

/// <summary>Document synchronisation and a few requests that only tests know.</summary>
static class Documents
{
    public static void Register(LanguageServerSession session)
    {
        session.OnChange<DidOpenTextDocumentParams>(
            "textDocument/didOpen",
            (snapshot, opened) =>
                snapshot.With(
                    new OpenDocument(
                        opened.TextDocument.Uri,
                        opened.TextDocument.LanguageId,
                        opened.TextDocument.Version,
                        new DocumentText(opened.TextDocument.Text)
                    )
                )
        );
        session.OnChange<DidChangeTextDocumentParams>(
            "textDocument/didChange",
            (snapshot, changed) =>
                snapshot.Document(changed.TextDocument.Uri) is { } document
                    ? snapshot.With(
                        document with
                        {
                            Version = changed.TextDocument.Version,
                            Text = changed.ContentChanges.Aggregate(document.Text, (text, change) => text.With(change)),
                        }
                    )
                    : snapshot
        );
        session.OnRequest<TextDocumentParams, Location>(
            "test/text",
            (snapshot, wish, _) =>
                Task.FromResult<Location?>(
                    new Location(snapshot.Document(wish.TextDocument.Uri)?.Text.ToString() ?? "(not open)", default)
                )
        );
        session.OnRequest<TextDocumentParams, Location>(
            "test/fail",
            (_, _, _) => throw new InvalidOperationException("a defect")
        );
        session.OnRequest<TextDocumentParams, Location>(
            "test/wait",
            async (_, _, cancellation) =>
            {
                await Task.Delay(Timeout.Infinite, cancellation);
                return null;
            }
        );
    }
}
