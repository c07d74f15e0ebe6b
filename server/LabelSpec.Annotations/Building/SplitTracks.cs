using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Building;

/// <summary>
/// Tracks whose pieces lie in several parts. A track belongs to its file (or folder, where frames are files), so that only a file
/// that was cut can have such tracks. Their pieces are one track again, unless nobody can tell how they follow each other.
/// </summary>
static class SplitTracks
{
    /// <summary>What tells a track apart, beside its id: the file that names it, or the folder of files that do.</summary>
    public static string VideoOf(SourceFile file) =>
        file.Format is { TracksSpanFiles: true } ? file.Folder : file.FullPath;

    /// <exception cref="ArgumentException">There is such a track.</exception>
    public static void Refuse(IReadOnlyList<Dataset> parts)
    {
        var partsOfVideo = parts
            .SelectMany((part, index) => part.Files.Select(VideoOf).Distinct().Select(video => (video, index)))
            .ToLookup(each => each.video, each => each.index, StringComparer.Ordinal);
        var declared = new Dictionary<(string Video, string Id), int>();
        foreach (var (part, data) in parts.Index())
            for (var track = 0; track < data.Tracks.Count; track++)
            {
                var file = data.Files[data.Tracks[track].File];
                if (partsOfVideo[VideoOf(file)].Skip(1).Any())
                    Refuse(part, data, track, file, declared);
            }
    }

    static void Refuse(
        int part,
        Dataset data,
        int track,
        SourceFile file,
        Dictionary<(string Video, string Id), int> declared
    )
    {
        var id = data.IdTexts.Show(data.Tracks[track].Id);
        if (!data.Tracks[track].Span.IsNone)
        {
            var key = (VideoOf(file), id);
            if (!declared.TryAdd(key, part) && declared[key] != part)
                throw new ArgumentException(
                    $"{file.Path} was cut into parts, and track {id} declares itself in two of them. Put all of the file into "
                        + "one part."
                );
        }

        if (!IsNumbered(data, track))
            throw new ArgumentException(
                $"{file.Path} was cut into parts, and frames of its track {id} have no numbers: what lies between them cannot "
                    + "be told. Number the frames, or put all of the file into one part."
            );
    }

    static bool IsNumbered(Dataset data, int track)
    {
        foreach (var row in data.Tracks.AnnotationsOf(track))
            if (
                data.Annotations.Frames[row] < 0
                && (data.Annotations.Images[row] is var image && (image < 0 || data.Images.Frames[image] < 0))
            )
                return false;
        return true;
    }
}
