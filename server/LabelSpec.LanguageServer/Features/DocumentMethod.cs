using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features;

/// <summary>A request about one document, with a handler for each kind of document that has an answer to it.</summary>
/// <param name="otherwise">The answer where no kind of document has one; null without.</param>
public sealed class DocumentMethod<TParams, TResult>(
    string method,
    Func<TParams, string?> uriOf,
    Func<TParams, TResult?>? otherwise = null
)
    where TResult : class
{
    readonly Dictionary<
        Type,
        Func<WorkspaceSnapshot, OpenDocument, TParams, CancellationToken, Task<TResult?>>
    > _handlers = [];

    internal IReadOnlyCollection<Type> ContentTypes => _handlers.Keys;

    /// <summary>How it is answered for documents with this content.</summary>
    public DocumentMethod<TParams, TResult> In<TContent>(
        Func<DocumentContext<TContent>, TParams, CancellationToken, TResult?> answer
    )
        where TContent : DocumentContent =>
        InAsync<TContent>((context, wish, cancellation) => Task.FromResult(answer(context, wish, cancellation)));

    /// <summary>The same for answers that take the client's help.</summary>
    public DocumentMethod<TParams, TResult> InAsync<TContent>(
        Func<DocumentContext<TContent>, TParams, CancellationToken, Task<TResult?>> answer
    )
        where TContent : DocumentContent
    {
        if (
            !_handlers.TryAdd(
                typeof(TContent),
                (snapshot, document, wish, cancellation) =>
                    answer(
                        new DocumentContext<TContent>(snapshot, document, (TContent)document.Content!),
                        wish,
                        cancellation
                    )
            )
        )
            throw new InvalidOperationException($"{method} has a handler for {typeof(TContent).Name} already.");
        return this;
    }

    internal Task<TResult?> AnswerAsync(WorkspaceSnapshot snapshot, TParams wish, CancellationToken cancellation) =>
        uriOf(wish) is { } uri
        && snapshot.Find(uri) is { Content: { } content } document
        && _handlers.TryGetValue(content.GetType(), out var answer)
            ? answer(snapshot, document, wish, cancellation)
            : Task.FromResult(otherwise?.Invoke(wish));
}
