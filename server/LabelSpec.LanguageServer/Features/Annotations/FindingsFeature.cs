using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Transport;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>`labelspec/findings`: all findings of the workspace as groups and their items, and word of changes.</summary>
sealed class FindingsFeature(WorkspaceFindings findings, BackgroundJudge background) : IFeature
{
    const int DefaultLimit = 200;
    const int MostItems = 1000;

    static readonly TimeSpan BetweenNotices = TimeSpan.FromMilliseconds(250);

    long _generation;
    int _isNoticing;
    string _lastNoticed = "";

    public void Register(FeatureRegistry features)
    {
        features.Workspace<FindingsParams, FindingsResult>(
            "labelspec/findings",
            (snapshot, wish, cancellation) => Task.FromResult<FindingsResult?>(Answer(snapshot, wish, cancellation))
        );
        var services = features.Services;
        services.Changed += snapshot => Notice(services);
        services.Diagnostics.MoreIsKnown += () => Notice(services);
    }

    FindingsResult Answer(WorkspaceSnapshot snapshot, FindingsParams wish, CancellationToken cancellation)
    {
        Func<LocatedFinding, string> keyOf = wish.GroupBy switch
        {
            "rule" => located => located.Finding.Rule,
            "image" => located => located.Finding.Image is { } image ? $"{located.Finding.Location.File}\n{image}" : "",
            "annotator" => located => located.Annotator ?? "",
            "file" => located => located.Finding.Location.File,
            _ => throw new LspErrorException(
                LspErrorException.InvalidParams,
                "Findings are grouped by rule, image, annotator or file."
            ),
        };
        var all = findings
            .Of(snapshot, cancellation)
            .SelectMany(file => file.Findings)
            .Where(located => Passes(snapshot, located, wish.Filter))
            .ToList();
        var offset = Math.Max(0, wish.Offset ?? 0);
        var limit = Math.Clamp(wish.Limit ?? DefaultLimit, 0, MostItems);
        var groups = all.GroupBy(keyOf).ToList();
        if (wish.Group is { } key)
        {
            var items = groups.FirstOrDefault(group => group.Key == key)?.ToList() ?? [];
            return new FindingsResult(
                Volatile.Read(ref _generation),
                items.Count,
                ShownFindings.CountOf(items.Select(located => located.Finding)),
                groups.Count,
                null,
                [.. items.Skip(offset).Take(limit).Select(located => ShownFindings.Of(snapshot, located))],
                background.IsBusy
            );
        }

        return new FindingsResult(
            Volatile.Read(ref _generation),
            all.Count,
            ShownFindings.CountOf(all.Select(located => located.Finding)),
            groups.Count,
            [
                .. groups
                    .Select(group => GroupOf(snapshot, wish.GroupBy, group))
                    .OrderByDescending(item => item.Severity)
                    .ThenByDescending(item => item.Size)
                    .ThenBy(item => item.Group.Label, StringComparer.Ordinal)
                    .Skip(offset)
                    .Take(limit)
                    .Select(item => item.Group),
            ],
            null,
            background.IsBusy
        );
    }

    static (FindingsGroup Group, Severity Severity, int Size) GroupOf(
        WorkspaceSnapshot snapshot,
        string groupBy,
        IGrouping<string, LocatedFinding> group
    )
    {
        var first = group.First();
        var finding = first.Finding;
        var severity = group.Max(located => located.Finding.Severity);
        var isFile = groupBy is "image" or "file" && group.Key.Length > 0;
        return (
            new FindingsGroup(
                group.Key,
                groupBy switch
                {
                    "rule" => finding.Rule,
                    "image" => finding.Image ?? "(no image)",
                    "annotator" => first.Annotator ?? "(nobody named)",
                    _ => Path.GetFileName(finding.Location.File),
                },
                groupBy switch
                {
                    "rule" => RuleTitles.Of(first.Guideline, finding.Rule),
                    "image" => Path.GetFileName(finding.Location.File),
                    "file" => Path.GetDirectoryName(finding.Location.File),
                    _ => null,
                },
                ShownFindings.NameOf(severity),
                ShownFindings.CountOf(group.Select(located => located.Finding)),
                isFile ? snapshot.UriOf(finding.Location.File) : null,
                groupBy == "rule" ? ShownFindings.HelpOf(snapshot, first.Guideline, finding.Rule) : null
            ),
            severity,
            group.Count()
        );
    }

    static bool Passes(WorkspaceSnapshot snapshot, LocatedFinding located, FindingsFilter? filter)
    {
        var finding = located.Finding;
        return filter is null
            || (filter.Severities is null || filter.Severities.Contains(ShownFindings.NameOf(finding.Severity)))
                && (filter.Rules is null || filter.Rules.Contains(finding.Rule))
                && (
                    filter.Files is null
                    || filter.Files.Any(uri =>
                        DocumentUri.PathOf(uri) == finding.Location.File || uri == snapshot.UriOf(finding.Location.File)
                    )
                )
                && (filter.Text is not { Length: > 0 } text || Mentions(finding, text));
    }

    static bool Mentions(Finding finding, string text) =>
        new[] { finding.Message, finding.Rule, finding.Image, finding.Annotation }.Any(part =>
            part?.Contains(text, StringComparison.OrdinalIgnoreCase) == true
        );

    void Notice(ServerServices services) => _ = NoticeAsync(services);

    /// <summary>Tells of changes at most a few times a second, and only where something is different.</summary>
    async Task NoticeAsync(ServerServices services)
    {
        if (Interlocked.Exchange(ref _isNoticing, 1) == 1)
            return;
        try
        {
            await Task.Delay(BetweenNotices, services.Ended).ConfigureAwait(false);
            Volatile.Write(ref _isNoticing, 0);
            var (counts, said) = findings.Outline(services.Current(), services.Ended);
            var state = $"{counts} {background.IsBusy} {said}";
            if (Interlocked.Exchange(ref _lastNoticed, state) == state)
                return;
            await services
                .Client.NotifyAsync(
                    "labelspec/findingsChanged",
                    new FindingsChangedParams(Interlocked.Increment(ref _generation), counts, background.IsBusy)
                )
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The session ended.
        }
    }
}
