using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>`labelspec/status`: what judges a document, and how it stands.</summary>
sealed class StatusFeature(WorkspaceFindings findings, BackgroundJudge background) : IFeature
{
    string _broken = "";

    public void Register(FeatureRegistry features)
    {
        features.Workspace<StatusParams, Status>(
            "labelspec/status",
            (snapshot, wish, token) => Task.FromResult<Status?>(Of(snapshot, wish.TextDocument?.Uri, token))
        );
        var services = features.Services;
        services.Diagnostics.MoreIsKnown += () => Tell(services);
        services.Changed += snapshot => _ = Task.Run(() => Notice(services, snapshot), services.Ended);
    }

    void Tell(ServerServices services) =>
        _ = services.Client.NotifyAsync("labelspec/statusChanged", Of(services.Current(), null, services.Ended));

    /// <summary>A guideline that breaks, or is whole again, changes no finding: nothing else would tell.</summary>
    void Notice(ServerServices services, WorkspaceSnapshot snapshot)
    {
        var guidelines = snapshot.Caches.Get<GoodGuidelines>();
        var targets = snapshot.Targets();
        var broken = string.Join(
            '\n',
            snapshot
                .Documents.Values.Where(document => document.Content is AnnotationContent)
                .Select(document => targets.For(document.Path).Guideline)
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(path => guidelines.Of(snapshot, path).Broken)
        );
        if (Interlocked.Exchange(ref _broken, broken) != broken)
            Tell(services);
    }

    Status Of(WorkspaceSnapshot snapshot, string? uri, CancellationToken cancellation)
    {
        if (uri is not null && snapshot.Document(uri) is { Content: AnnotationContent } document)
        {
            var view = snapshot.ViewOf(document, cancellation);
            return new Status
            {
                Uri = uri,
                Format = view.Format?.Id,
                Dataset = view.Analysis.Target.Name,
                Guideline = GuidelineOf(snapshot, view.Analysis.Target.Guideline),
                GuidelineBroken = view.Analysis.GuidelineBroken,
                Live = "live",
                Images = view.Images.LongCount(),
                Annotations =
                    view.Analysis.Live?.Result.Inputs.Where(input => input.Path == document.Path)
                        .Sum(input => input.Annotations)
                    ?? 0,
                Counts = ShownFindings.CountOf(view.Findings),
                Pending = background.IsBusy,
            };
        }

        if (uri is not null && OnDisk(snapshot, uri) is { } onDisk)
            return onDisk;
        var isGuideline = uri is not null && snapshot.Document(uri)?.Content is GuidelineContent;
        var judged = background.Judged(snapshot).ToList();
        var inFile = uri is null ? null : findings.In(snapshot, DocumentUri.PathOf(uri), cancellation);
        var all = inFile is { Count: > 0 }
            ? inFile
            : findings.Of(snapshot, cancellation).SelectMany(file => file.Findings);
        return new Status
        {
            Uri = uri,
            Guideline = isGuideline ? GuidelineOf(snapshot, DocumentUri.PathOf(uri!)) : null,
            Live =
                judged.Count > 0 ? "disk"
                : uri is null && snapshot.Documents.Values.Any(IsAnnotated) ? "live"
                : "none",
            Images = judged.Sum(disk => disk.Summary.Images),
            Annotations = judged.Sum(disk => disk.Summary.Annotations),
            Counts = ShownFindings.CountOf(all.Select(located => located.Finding)),
            Pending = background.IsBusy,
        };

        bool IsAnnotated(OpenDocument document) =>
            document.Content is AnnotationContent && snapshot.ViewOf(document, cancellation).Format is not null;
    }

    /// <summary>An annotation file that is not open, or too large for editors; null where it is none, or not judged yet.</summary>
    Status? OnDisk(WorkspaceSnapshot snapshot, string uri)
    {
        var path = DocumentUri.PathOf(uri);
        if (snapshot.Document(uri) is not null || background.Judging(snapshot, path) is not { } disk)
            return null;
        var input = disk.Inputs.First(input => input.Path == path);
        return new Status
        {
            Uri = uri,
            Format = input.Format,
            Dataset = disk.Target.Name,
            Guideline = GuidelineOf(snapshot, disk.Target.Guideline),
            GuidelineBroken = disk.Target.Guideline is { } guideline
                ? snapshot.Caches.Get<GoodGuidelines>().Of(snapshot, guideline).Broken
                : null,
            Live = "disk",
            Images = input.Images,
            Annotations = input.Annotations,
            Counts = disk.CountsIn(path),
            Pending = background.IsBusy,
        };
    }

    static StatusGuideline? GuidelineOf(WorkspaceSnapshot snapshot, string? path)
    {
        if (path is null || snapshot.Guidelines().TreeOf(path) is null)
            return null;
        var guideline = snapshot.Guidelines().Compile(path).Guideline;
        return new StatusGuideline(
            snapshot.UriOf(path),
            guideline.Name.Length > 0 ? guideline.Name : Path.GetFileNameWithoutExtension(path),
            guideline.Version.Length > 0 ? guideline.Version : null
        );
    }
}
