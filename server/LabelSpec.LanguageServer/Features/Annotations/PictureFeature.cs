using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>`labelspec/picture`: an image with its shapes and findings, and word that it changed.</summary>
/// <param name="disk">Files that are not open.</param>
sealed class PictureFeature(DiskViews disk) : IFeature
{
    readonly Dictionary<string, int?> _asked = new(StringComparer.Ordinal);
    readonly Lock _gate = new();

    public void Register(FeatureRegistry features)
    {
        features.Workspace<PictureParams, Picture>(
            "labelspec/picture",
            (snapshot, wish, cancellation) => Task.FromResult(Answer(snapshot, wish, cancellation))
        );
        var services = features.Services;
        services.Changed += snapshot => Notice(services, snapshot);
    }

    Picture? Answer(WorkspaceSnapshot snapshot, PictureParams wish, CancellationToken cancellation)
    {
        var uri = wish.TextDocument.Uri;
        if ((snapshot.Document(uri) ?? snapshot.DocumentAt(DocumentUri.PathOf(uri))) is not { } document)
            return disk.Of(snapshot, DocumentUri.PathOf(uri), cancellation) is { } onDisk
                ? PictureOf(snapshot, uri, null, onDisk, wish)
                : null;
        if (document.Content is not AnnotationContent)
            return null;
        var view = snapshot.ViewOf(document, cancellation);
        lock (_gate)
            _asked[document.Uri] = document.Version;
        return PictureOf(snapshot, document.Uri, document, view, wish);
    }

    /// <param name="document">Null where the file is judged from disk.</param>
    static Picture? PictureOf(
        WorkspaceSnapshot snapshot,
        string uri,
        OpenDocument? document,
        AnnotationView view,
        PictureParams wish
    )
    {
        var images = view.Images.ToList();
        var element = wish.Position is { } position ? view.ElementAt(view.OffsetOf(position)) : null;
        var image = ImageOf(view, wish, images, element);
        if (image < 0)
            return null;

        var rows = view
            .Dataset.Annotations.OfImage(image)
            .ToArray()
            .Where(row => view.Dataset.Annotations.FileOf(row) == view.FileIndex)
            .ToList();
        var shapes = new PictureShapes(view);
        var index = images.IndexOf(image);
        var withFindings = view.Findings.Select(view.Analysis.ImageOf).OfType<string>().ToHashSet();
        var names = view.Dataset.Images;
        return new Picture
        {
            Uri = uri,
            Version = document?.Version,
            Index = Math.Max(0, index),
            Count = images.Count,
            PreviousWithFindings = Nearest(index - 1, -1),
            NextWithFindings = Nearest(index + 1, 1),
            Image = PictureImages.Of(view, image),
            Selected =
                element is { Kind: ElementKind.Annotation, Index: var row }
                && rows.IndexOf(row) is >= 0 and var selected
                    ? selected
                    : null,
            Shapes = [.. rows.Select(shapes.Of)],
            Findings =
            [
                .. view
                    .Findings.Where(finding => view.Analysis.ImageOf(finding) == names.FileNames[image])
                    .Select(finding => FindingOf(snapshot, view, finding, rows, document is null)),
            ],
        };

        int? Nearest(int from, int step)
        {
            for (var at = from; at >= 0 && at < images.Count; at += step)
                if (withFindings.Contains(names.FileNames[images[at]]))
                    return at;
            return null;
        }
    }

    static int ImageOf(AnnotationView view, PictureParams wish, List<int> images, Element? element)
    {
        if (wish.Index is { } index)
            return index >= 0 && index < images.Count ? images[index] : -1;
        if (wish.Image is { } name)
            return images.FindIndex(image => view.Dataset.Images.FileNames[image] == name) is >= 0 and var found
                ? images[found]
                : -1;
        if (wish.Position is not null)
            return element is { } at ? view.ImageOf(at) : -1;
        return images.Count > 0 ? images[0] : -1;
    }

    static PictureFinding FindingOf(
        WorkspaceSnapshot snapshot,
        AnnotationView view,
        Finding finding,
        List<int> rows,
        bool fromDisk
    )
    {
        var located = new LocatedFinding(
            finding,
            view.Analysis.Guideline,
            view.Analysis.AnnotatorOf(finding),
            FromDisk: fromDisk
        );
        return new PictureFinding(ShownFindings.Of(snapshot, located))
        {
            Shape = IndexOf(finding.Location) is >= 0 and var shape ? shape : null,
            RelatedShapes =
            [
                .. finding.Related.Select(related => IndexOf(related.Location)).Where(index => index >= 0),
            ],
        };

        int IndexOf(Engine.Findings.Location location) =>
            rows.IndexOf(
                AnnotationRows.At(view.Dataset, view.Analysis.FileOf(location.File), location.Start) is >= 0 and var row
                    ? row
                    : int.MinValue
            );
    }

    void Notice(ServerServices services, WorkspaceSnapshot snapshot)
    {
        List<OpenDocument> changed;
        lock (_gate)
        {
            changed =
            [
                .. _asked
                    .Keys.Select(snapshot.Document)
                    .OfType<OpenDocument>()
                    .Where(document => document.Version != _asked[document.Uri]),
            ];
            foreach (var document in changed)
                _asked[document.Uri] = document.Version;
        }

        // Judged first, so that whoever asks again is answered at once and with the findings that were published.
        foreach (var document in changed)
            _ = Task.Run(
                async () =>
                {
                    snapshot.ViewOf(document, services.Ended);
                    await services
                        .Client.NotifyAsync(
                            "labelspec/pictureChanged",
                            new PictureChangedParams(document.Uri, document.Version, null)
                        )
                        .ConfigureAwait(false);
                },
                services.Ended
            );
    }
}
