using LabelSpec.Engine.Findings;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>All findings of the workspace: of open files as they are typed, of the others as they are on disk.</summary>
sealed class WorkspaceFindings(BackgroundJudge background)
{
    /// <summary>By file; each file once, with what is known best about it.</summary>
    public IReadOnlyList<(string Path, IReadOnlyList<LocatedFinding> Findings)> Of(
        WorkspaceSnapshot snapshot,
        CancellationToken cancellation
    ) =>
        [
            .. Files(snapshot, cancellation)
                .Select(file =>
                    (
                        file.Key,
                        file.Value.Live is { } live
                            ? Located(snapshot, live, file.Key)
                            : (IReadOnlyList<LocatedFinding>)[.. file.Value.Disk!.In(file.Key)]
                    )
                ),
        ];

    /// <summary>The findings in one file.</summary>
    public IReadOnlyList<LocatedFinding> In(WorkspaceSnapshot snapshot, string path, CancellationToken cancellation) =>
        Of(snapshot, cancellation).FirstOrDefault(file => file.Path == path).Findings ?? [];

    /// <summary>What all findings come to, without making any: their counts, and a number that tells one state from another.</summary>
    public (Counts Counts, int State) Outline(WorkspaceSnapshot snapshot, CancellationToken cancellation)
    {
        var (counts, state) = (new Counts(0, 0, 0, 0), new HashCode());
        var guidelines = new HashSet<Guideline>();
        foreach (var (path, (live, disk)) in Files(snapshot, cancellation))
        {
            if ((live?.Guideline ?? disk?.Guideline) is { } guideline)
                guidelines.Add(guideline);
            var list = live?.In(path) ?? FindingList.Of(disk!.In(path).Select(located => located.Finding));
            counts += ShownFindings.CountOf(list);
            state.Add(path);
            for (var index = 0; index < list.Count; index++)
                state.Add(HashCode.Combine(list.RuleAt(index), list.SeverityAt(index), list.StartAt(index)));
        }

        // What findings say, and what their rules are called, is written there.
        foreach (var file in guidelines.SelectMany(guideline => guideline.Files))
            state.Add(file.Text.GetHashCode(StringComparison.Ordinal));
        return (counts, state.ToHashCode());
    }

    /// <summary>Each file once, with whichever analysis knows it best.</summary>
    SortedDictionary<string, (TargetAnalysis? Live, DiskAnalysis? Disk)> Files(
        WorkspaceSnapshot snapshot,
        CancellationToken cancellation
    )
    {
        var files = new SortedDictionary<string, (TargetAnalysis?, DiskAnalysis?)>(StringComparer.Ordinal);
        var followed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (document, view) in Open(snapshot, cancellation))
        {
            followed.Add(view.Analysis.Target.Key);
            files[document.Path] = (view.Analysis, null);
            foreach (var path in view.Analysis.FilesWithFindings.Where(path => path.Length > 0))
                if (snapshot.DocumentAt(path) is null)
                    files[path] = (view.Analysis, null);
        }

        // What is followed is known better, also where nothing is found any more.
        foreach (var disk in background.Judged(snapshot).Where(disk => !followed.Contains(disk.Target.Key)))
        foreach (var path in disk.Files)
            if (!files.ContainsKey(path) && snapshot.DocumentAt(path)?.Content is not AnnotationContent)
                files[path] = (null, disk);
        return files;
    }

    static IEnumerable<(OpenDocument Document, AnnotationView View)> Open(
        WorkspaceSnapshot snapshot,
        CancellationToken cancellation
    ) =>
        snapshot
            .Documents.Values.Where(document => document.Content is AnnotationContent)
            .Select(document => (document, snapshot.ViewOf(document, cancellation)));

    static List<LocatedFinding> Located(WorkspaceSnapshot snapshot, TargetAnalysis analysis, string path) =>
        [
            .. analysis
                .In(path)
                .Select(finding => new LocatedFinding(
                    finding,
                    analysis.Guideline,
                    analysis.AnnotatorOf(finding),
                    FromDisk: snapshot.DocumentAt(path) is null,
                    analysis.CategoryOf(finding)
                )),
        ];
}
