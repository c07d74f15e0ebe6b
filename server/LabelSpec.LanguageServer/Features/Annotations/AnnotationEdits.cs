using LabelSpec.Annotations.Sources;
using LabelSpec.Engine.Findings;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using Range = LabelSpec.LanguageServer.Protocol.Range;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>Edits of bytes as edits of documents.</summary>
static class AnnotationEdits
{
    public static WorkspaceEdit Of(WorkspaceSnapshot snapshot, IEnumerable<FileEdit> edits) =>
        Of(snapshot, ByFile(snapshot, edits));

    /// <summary>The edits of each file, in its order.</summary>
    public static IReadOnlyList<(string Path, IReadOnlyList<TextEdit> Edits)> ByFile(
        WorkspaceSnapshot snapshot,
        IEnumerable<FileEdit> edits
    ) =>
        [
            .. edits
                .GroupBy(edit => edit.File)
                .Select(file =>
                {
                    var text = TextOf(snapshot, file.Key);
                    return (
                        Path: file.Key,
                        Edits: (IReadOnlyList<TextEdit>)
                            [
                                .. file.OrderBy(edit => edit.Start)
                                    .Select(edit => new TextEdit(RangeOf(text, edit.Start, edit.End), edit.Text)),
                            ]
                    );
                }),
        ];

    /// <summary>Edits by path, with versions where the client takes them.</summary>
    /// <param name="made">Files that are made first; only for clients that make files.</param>
    public static WorkspaceEdit Of(
        WorkspaceSnapshot snapshot,
        IEnumerable<(string Path, IReadOnlyList<TextEdit> Edits)> files,
        params IEnumerable<string> made
    ) =>
        snapshot.Client.VersionedEdits
            ? new WorkspaceEdit(
                DocumentChanges:
                [
                    .. made.Select(path => DocumentChange.Create(snapshot.UriOf(path))),
                    .. files.Select(file => new DocumentChange(
                        new OptionalVersionedTextDocumentIdentifier(
                            snapshot.UriOf(file.Path),
                            snapshot.DocumentAt(file.Path)?.Version
                        ),
                        file.Edits
                    )),
                ]
            )
            : new WorkspaceEdit(files.ToDictionary(file => snapshot.UriOf(file.Path), file => file.Edits));

    static SourceFile TextOf(WorkspaceSnapshot snapshot, string path) =>
        snapshot.DocumentAt(path)?.Content is AnnotationContent content
            ? SourceFile.FromBuffer(path, content.Text)
            : SourceFile.OnDisk(path);

    public static Range RangeOf(SourceFile text, long start, long end) => new(PlaceOf(text, start), PlaceOf(text, end));

    static Position PlaceOf(SourceFile text, long offset)
    {
        var place = text.PositionOf(offset);
        return new Position(place.Line - 1, (int)(place.Column - 1));
    }
}
