namespace LabelSpec.LanguageServer.Workspace.Annotations;

/// <summary>What follows from a snapshot about annotation files.</summary>
public static class AnnotationExtensions
{
    public static AnnotationTargets Targets(this WorkspaceSnapshot snapshot) => AnnotationTargets.Of(snapshot);

    /// <summary>The file of an open annotation document, as it was judged.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static AnnotationView ViewOf(
        this WorkspaceSnapshot snapshot,
        OpenDocument document,
        CancellationToken cancellation
    ) => snapshot.ViewAt(document.Path, cancellation);

    /// <summary>An annotation file as it was judged; one that is not open is read and judged for this.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static AnnotationView ViewAt(this WorkspaceSnapshot snapshot, string path, CancellationToken cancellation) =>
        new(path, snapshot.Caches.Get<TargetAnalyses>().Of(snapshot, snapshot.Targets().For(path), cancellation));

    /// <inheritdoc cref="ViewOf"/>
    public static AnnotationView View(
        this DocumentContext<AnnotationContent> context,
        CancellationToken cancellation
    ) => context.Snapshot.ViewOf(context.Document, cancellation);
}
