using System.Collections.Immutable;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Fixes;

/// <summary>
/// Repairs files round by round until nothing is left to repair: propose, take the repairs that do not overlap in the order
/// in which they are proposed, write, propose again. A file that changed since it was read is refused, never overwritten.
/// </summary>
public static class FixSession
{
    /// <exception cref="OperationCanceledException">The request was cancelled; every file is as it was, or whole and fixed.</exception>
    public static FixOutcome Run(FixRequest request)
    {
        var files = new SortedDictionary<string, FixedFile>(StringComparer.Ordinal);
        var previews = new Dictionary<string, FixPreview>(StringComparer.Ordinal);
        var made = 0;
        for (var round = 1; ; round++)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            var dataset = request.Read(previews.ToDictionary(preview => preview.Key, preview => preview.Value.Text));
            var (edits, taken, left) = Collect(request.Propose(dataset), request, files);
            if (edits.IsEmpty || round > request.MostRounds)
            {
                foreach (var (path, preview) in previews)
                    files[path] = preview.Result;
                return new([.. files.Values], made, left + (edits.IsEmpty ? 0 : taken.Count));
            }

            foreach (var path in edits.Files)
            {
                var file = dataset.Files.First(one => one.Path == path);
                if (!request.IsDryRun)
                    files[path] = Apply(file, edits.EditsOf(path), files.GetValueOrDefault(path), request);
                else
                {
                    if (!previews.TryGetValue(path, out var preview))
                        previews.Add(path, preview = new FixPreview(file));
                    preview.Make(edits.EditsOf(path), request.Cancellation);
                }
            }

            // A file that was refused is left as it is, with all that was to be repaired in it.
            made += taken.Count(fix => !fix.Edits.Any(edit => files.GetValueOrDefault(edit.File)?.Refused is not null));
        }
    }

    static (EditSet Edits, List<Fix> Taken, int Left) Collect(
        IEnumerable<Fix> fixes,
        FixRequest request,
        SortedDictionary<string, FixedFile> files
    )
    {
        var edits = new EditSet();
        var taken = new List<Fix>();
        var left = 0;
        foreach (var fix in fixes)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            var isRefused = fix.Edits.Any(edit => files.GetValueOrDefault(edit.File)?.Refused is not null);
            if (!isRefused && edits.TryAdd(fix))
                taken.Add(fix);
            else
                left++;
        }

        return (edits, taken, left);
    }

    static FixedFile Apply(SourceFile file, ImmutableArray<FileEdit> edits, FixedFile? before, FixRequest request)
    {
        var bytes = file.Bytes;
        var count = edits.Length + (before?.Edits ?? 0);
        if (file.IsBuffer || file.IsCompressed)
            return Refuse("it is not a plain file on disk");
        try
        {
            if (file.HasChangedOnDisk() || !FileRewriter.IsStill(file.FullPath, bytes, request.Cancellation))
                return Refuse("it changed after it was read; run the command again");
            FileRewriter.Rewrite(file.FullPath, bytes, edits, request.Cancellation);
            return new(file.Path, count, null, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(e.Message);
        }

        FixedFile Refuse(string why) => new(file.Path, before?.Edits ?? 0, null, why);
    }
}
