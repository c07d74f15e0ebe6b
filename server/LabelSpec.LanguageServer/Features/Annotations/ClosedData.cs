using System.Collections.Concurrent;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.LanguageServer.Workspace.Annotations;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>
/// Data sets that are not open, read again when somebody asks for places in them: what was judged in the background has been let
/// go. The last reading is kept for as long as the memory has room and the files are the same.
/// </summary>
sealed class ClosedData
{
    /// <summary>Reading more takes longer than somebody waits.</summary>
    const long Largest = 64 << 20;

    const int MostFiles = 20_000;

    readonly ConcurrentDictionary<string, (List<(string, FileStamp)> Stamps, WeakReference<Dataset> Data)> _read = new(
        StringComparer.Ordinal
    );

    /// <summary>Null where it is too large.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public Dataset? Of(AnnotationTarget target, CancellationToken cancellation)
    {
        var stamps = new List<(string, FileStamp)>();
        long size = 0;
        foreach (var file in DatasetReader.FilesOf(target.Inputs.Select(path => new ReadInput(path))))
        {
            var stamp = FileStamp.Of(file);
            stamps.Add((file, stamp));
            size += Math.Max(0, stamp.Length);
            if (size > Largest || stamps.Count > MostFiles)
                return null;
        }

        if (
            _read.TryGetValue(target.Key, out var known)
            && known.Data.TryGetTarget(out var dataset)
            && known.Stamps.SequenceEqual(stamps)
        )
            return dataset;
        dataset = DatasetReader.Read(
            target.Inputs.Select(path => new ReadInput(path)),
            target.Options with
            {
                Threads = Math.Max(1, Environment.ProcessorCount / 2),
            },
            null,
            cancellation
        );
        _read[target.Key] = (stamps, new WeakReference<Dataset>(dataset));
        return dataset;
    }
}
