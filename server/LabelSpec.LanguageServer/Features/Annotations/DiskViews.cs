using System.Collections.Concurrent;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine.Findings;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>
/// Annotation files that are not open, or too large for editors, as views with what was found in them. A file is read when one
/// of its pictures is asked for, and kept as long as the memory is not needed for something else.
/// </summary>
sealed class DiskViews(WorkspaceFindings findings)
{
    readonly ConcurrentDictionary<string, (FileStamp Stamp, WeakReference<Dataset> Dataset)> _read = new(
        StringComparer.Ordinal
    );

    /// <summary>Null where the file is not there or no annotation file.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public AnnotationView? Of(WorkspaceSnapshot snapshot, string path, CancellationToken cancellation)
    {
        var target = snapshot.Targets().For(path);
        if (DatasetOf(target, path, cancellation) is not { } dataset)
            return null;
        var (guideline, broken) = target.Guideline is { } named
            ? snapshot.Caches.Get<GoodGuidelines>().Of(snapshot, named)
            : (null, null);
        return new AnnotationView(
            path,
            new TargetAnalysis(
                target,
                guideline,
                broken,
                dataset,
                () => FindingList.Of([.. findings.In(snapshot, path, cancellation).Select(located => located.Finding)])
            )
        );
    }

    Dataset? DatasetOf(AnnotationTarget target, string path, CancellationToken cancellation)
    {
        var stamp = FileStamp.Of(path);
        if (stamp.Length < 0)
            return null;
        if (_read.TryGetValue(path, out var known) && known.Stamp == stamp && known.Dataset.TryGetTarget(out var same))
            return same;
        var dataset = DatasetReader.Read([new ReadInput(path)], target.Options, null, cancellation);
        if (!dataset.Files.Any(file => file.Path == path))
            return null;
        _read[path] = (stamp, new WeakReference<Dataset>(dataset));
        return dataset;
    }
}
