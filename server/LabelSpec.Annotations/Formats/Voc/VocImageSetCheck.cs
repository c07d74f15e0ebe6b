using System.Collections.Concurrent;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>Compares lists of images with the annotation files of a folder that is read as a whole.</summary>
sealed class VocImageSetCheck(string folder)
{
    /// <summary>Of each class of an image, whether one of its objects is not difficult.</summary>
    readonly ConcurrentDictionary<string, Dictionary<string, bool>> classesOfStem = new(StringComparer.Ordinal);

    /// <summary>Notes the objects of a file; called from several threads.</summary>
    public void Note(string stem, IEnumerable<(string Class, bool IsDifficult)> objects)
    {
        var classes = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (name, isDifficult) in objects)
            classes[name] = classes.GetValueOrDefault(name) || !isDifficult;
        classesOfStem[stem] = classes;
    }

    /// <summary>Reports what the lists and the files do not agree on.</summary>
    public void Report(VocImageSets sets, DatasetBuilder builder)
    {
        foreach (var set in sets.Sets)
        {
            // The annotations of test sets are often kept back.
            if (!set.Entries.Any(entry => classesOfStem.ContainsKey(entry.Stem)))
                continue;
            var file = -1;
            foreach (var entry in set.Entries)
                // Names with folders are of other folders of annotation files.
                if (!entry.Stem.Contains('/') && ProblemOf(set, entry) is { } found)
                {
                    file = file < 0 ? builder.AddFile(PackedFile.SourceAt(set.Path)) : file;
                    builder.Problems.Report(found.Kind, new(file, entry.Start, entry.Length), found.Message);
                }
        }
    }

    bool HasPicture(string stem) =>
        !stem.Contains('\0')
        && PackedFile.Exists(Path.GetFullPath(Path.Combine(folder, "..", VocSegmentation.ClassFolder, stem + ".png")));

    (ProblemKind Kind, string Message)? ProblemOf(VocImageSet set, VocImageSetEntry entry)
    {
        if (!classesOfStem.TryGetValue(entry.Stem, out var classes))
            return HasPicture(entry.Stem)
                ? null
                : (
                    LabelPictureProblems.NotListed,
                    $"There is no annotation file {entry.Stem}.xml; trainers that read this list stop, or leave the image out."
                );
        if (set.Class is not { } name || entry.Value is not { } value)
            return null;
        var isThere = classes.TryGetValue(name, out var isPlain);
        var should =
            !isThere ? "-1"
            : isPlain ? "1"
            : "0";
        if (value == should || !IsKnown(name))
            return null;
        var objects =
            !isThere ? $"has no {name}"
            : isPlain ? $"has a {name}"
            : $"has only difficult objects of class {name}";
        return (
            LabelPictureProblems.ClassListDiffers,
            $"The list gives {entry.Stem} the value {value}, and {entry.Stem}.xml {objects}, which is {should}."
        );
    }

    // person_layout and its like are lists of something else than a class.
    bool IsKnown(string name) => classesOfStem.Values.Any(classes => classes.ContainsKey(name));
}
