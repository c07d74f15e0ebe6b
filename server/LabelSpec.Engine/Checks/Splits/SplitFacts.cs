using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Project;

namespace LabelSpec.Engine.Checks.Splits;

/// <summary>
/// Which split (train, validation, test) an image belongs to: as the project file says; else as the format says; else as
/// the name or folder of the annotation file suggests (<c>instances_val2017.json</c>).
/// </summary>
public sealed class SplitFacts
{
    readonly Dataset dataset;
    readonly ProjectFile? project;
    readonly string?[] ofFile;

    // Made when somebody asks, which in data without splits nobody does.
    readonly string?[] sets;
    readonly Dictionary<string, string> setOfFolder = new(StringComparer.Ordinal);
    readonly bool isDeclared;

    public SplitFacts(Dataset dataset, ProjectFile? project)
    {
        this.dataset = dataset;
        this.project = project;
        isDeclared = project?.Splits is { Parts.Count: > 0 };
        sets = new string?[dataset.Files.Length];
        ofFile = new string?[dataset.Files.Length];
        var (folder, ofFolder) = ("", (string?)null);
        for (var file = 0; file < ofFile.Length; file++)
        {
            var path = dataset.Files[file].FullPath;
            if (isDeclared)
            {
                ofFile[file] = SplitsOf(project!.RelativePath(path)).FirstOrDefault();
                continue;
            }

            var parent = dataset.Files[file].Folder;
            if (!ReferenceEquals(parent, folder))
                (folder, ofFolder) = (parent, InName(Path.GetFileName(parent.AsSpan())));
            ofFile[file] = InName(Path.GetFileNameWithoutExtension(path.AsSpan(parent.Length))) ?? ofFolder;
        }
    }

    /// <summary>Whether the project file says what belongs to which split.</summary>
    public bool AreDeclared => isDeclared;

    /// <summary>Null where nothing tells.</summary>
    public string? OfImage(int image) =>
        isDeclared
            ? ofFile[dataset.Images.FileOf(image)] ?? SplitsOf(dataset.Images.FileNames[image]).FirstOrDefault()
            : dataset.Images.SplitOf(image) ?? ofFile[dataset.Images.FileOf(image)];

    /// <summary>All splits that the project file puts an image into.</summary>
    public IReadOnlyList<string> AllOfImage(int image)
    {
        if (!isDeclared)
            return [];
        var ofItsFile = SplitsOf(project!.RelativePath(dataset.Files[dataset.Images.FileOf(image)].FullPath));
        return [.. ofItsFile.Concat(SplitsOf(dataset.Images.FileNames[image])).Distinct()];
    }

    /// <summary>
    /// Which data set an image's split divides: files whose paths differ in nothing but the split belong together
    /// (<c>instances_train.json</c>, <c>instances_val.json</c>), others are variants for something else.
    /// </summary>
    public string SetOfImage(int image) =>
        isDeclared || dataset.Images.SplitOf(image) is not null ? "" : SetOf(dataset.Images.FileOf(image));

    /// <summary>The data set that a file is a split of; null for files that are no split.</summary>
    public string? SetOfFile(int file) =>
        ofFile[file] is null ? null
        : isDeclared ? ""
        : SetOf(file);

    /// <summary>What must not be torn apart: the project's group of an image; null when it has none.</summary>
    public string? GroupOf(int image) => project?.Splits?.GroupOf(dataset.Images.FileNames[image]);

    /// <summary>
    /// The same text for images that are the same picture: the name, seen from the folder of the annotation file. Files of
    /// one name in different folders are different pictures.
    /// </summary>
    public string PictureOf(int image)
    {
        var file = dataset.Files[dataset.Images.FileOf(image)];
        var name = dataset.Images.FileNames[image].Replace('\\', '/');
        return $"{file.Folder}\n{name}";
    }

    public static bool IsTraining(string split) => split.StartsWith("train", StringComparison.OrdinalIgnoreCase);

    IEnumerable<string> SplitsOf(string path) => project!.Splits!.SplitsOf(path.Replace('\\', '/'));

    // The only split that the words of a name say: "trainval" and "train_val" are none.
    static string? InName(ReadOnlySpan<char> name)
    {
        // No word for a split begins otherwise.
        if (!name.ContainsAny("tTvV"))
            return null;
        string? found = null;
        foreach (var word in name.ToString().Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            var split = OfWord(word);
            if (split is null)
                continue;
            if (found is not null && found != split)
                return null;
            found = split;
        }

        return found;
    }

    string SetOf(int file)
    {
        if (sets[file] is { } known)
            return known;
        var source = dataset.Files[file];
        string? ofFolder;
        lock (setOfFolder)
            if (!setOfFolder.TryGetValue(source.Folder, out ofFolder))
                setOfFolder.Add(source.Folder, ofFolder = WithoutSplit(source.Folder));
        var ofName = WithoutSplit(Path.GetFileName(source.FullPath));
        return sets[file] =
            ofFolder.Length == 0 ? ofName
            : ofName.Length == 0 ? ofFolder
            : $"{ofFolder}_{ofName}";
    }

    static string WithoutSplit(string path) =>
        string.Join(
            '_',
            path.Split([.. Separators, '/', '\\'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => OfWord(word) is null)
        );

    static string? OfWord(string word) =>
        word.TrimEnd(Digits).ToLowerInvariant() switch
        {
            "train" or "training" => "train",
            "val" or "valid" or "validation" => "val",
            "test" or "testing" => "test",
            _ => null,
        };

    static readonly char[] Separators = ['_', '-', '.', ' '];
    static readonly char[] Digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
}
