using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>
/// Finds out what belongs together: definitions with the label files of their splits, and for each folder of label files
/// its definition, task and pictures. Decisions look at a folder's first files by name, not at the ones that are read.
/// </summary>
sealed class YoloSets
{
    const int SampleSize = 64;
    const int LevelsUp = 3;

    /// <summary>A split that is spread over more folders is a mistyped path: nobody means half a disk.</summary>
    const int MostFolders = 10_000;

    static readonly string[] DefinitionNames = ["data.yaml", "dataset.yaml", "data.yml", "obj.names", "classes.txt"];

    readonly DatasetBuilder builder;
    readonly ReadOptions options;
    readonly CompanionFiles companions;
    readonly DatasetPart declared = new();
    readonly Dictionary<string, YoloDefinition> definitions = new(StringComparer.Ordinal);
    readonly Dictionary<string, YoloFolder> folders = new(StringComparer.Ordinal);
    readonly HashSet<string> known;
    readonly Dictionary<string, List<string>> textsOf = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> splitOfFolder = new(StringComparer.Ordinal);

    public YoloSets(ReadRequest request, DatasetBuilder builder)
    {
        this.builder = builder;
        options = request.Options;
        companions = new CompanionFiles(builder);
        known = new(request.Files.Length, StringComparer.Ordinal);
        foreach (var file in request.Files)
            known.Add(builder.Files[file].FullPath);
        foreach (var file in request.Files)
            if (IsDefinition(builder.Files[file].FullPath))
                Define(builder.Files[file].FullPath, file);
            else
                LabelFiles.Add(file);
        foreach (var definition in definitions.Values.ToList())
            AddSplits(definition);
        foreach (var folder in LabelFiles.Select(file => builder.Files[file].Folder).ToHashSet())
        {
            request.Cancellation.ThrowIfCancellationRequested();
            folders.Add(folder, Describe(folder));
        }

        builder.Append(declared);
    }

    /// <summary>Indexes of the label files: the requested ones, and those of the splits of requested definitions.</summary>
    public List<int> LabelFiles { get; } = [];

    /// <summary>Pictures of splits that have no label file, with their folders.</summary>
    public List<(string Picture, YoloFolder Folder, int DefinitionFile)> Unlabelled { get; } = [];

    public YoloFolder FolderOf(SourceFile source) => folders[source.Folder];

    public static bool IsDefinition(string path)
    {
        var extension = Path.GetExtension(path.AsSpan());
        return extension.Equals(".yaml", StringComparison.OrdinalIgnoreCase)
            || extension.Equals(".yml", StringComparison.OrdinalIgnoreCase)
            || extension.Equals(".names", StringComparison.OrdinalIgnoreCase)
            || Path.GetFileName(path.AsSpan()) is "classes.txt";
    }

    YoloDefinition Define(string path, int file)
    {
        var source = builder.Files[file];
        var definition = Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml"
            ? YoloDefinitionFile.Read(source, file, declared)
            : YoloNamesFile.Read(source, file, declared);
        definitions.Add(path, definition);
        return definition;
    }

    void AddSplits(YoloDefinition definition)
    {
        foreach (var (split, path) in definition.Splits)
        {
            var pictures = Resolve(definition, path);
            if (pictures is null)
                continue;
            if (FoldersUnder(pictures) is { } folders)
                foreach (var pictureFolder in folders)
                    AddSplitFolder(definition, split, pictureFolder);
            else
                builder.Problems.Report(
                    YoloProblems.Definition,
                    new SourceSpan(definition.File, 0, 0),
                    $"\"{split}\" is {path}, which is a whole disk or has more than {MostFolders} folders below it; it is not read. Name "
                        + "the folder of the pictures."
                );
        }
    }

    void AddSplitFolder(YoloDefinition definition, string split, string pictureFolder)
    {
        var labelFolder = YoloPaths.LabelsOf(pictureFolder);
        splitOfFolder.TryAdd(labelFolder, split);
        foreach (var path in TextsIn(labelFolder).Where(known.Add).Order(StringComparer.Ordinal))
            LabelFiles.Add(AddFile(path));
        var pictures = PicturesIn(pictureFolder);
        var folder = new YoloFolder
        {
            Path = labelFolder,
            Definition = definition,
            Split = split,
            PictureFolder = pictureFolder,
            NamePrefix = NamePrefix(definition.Folder, pictureFolder),
        };
        foreach (
            var (stem, name) in pictures
                .Where(pair => !IsLabelled(pair.Key))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        )
            Unlabelled.Add((name, folder, definition.File));

        bool IsLabelled(string stem)
        {
            var path = Path.Combine(labelFolder, stem + ".txt");
            return known.Contains(path) || PackedFile.Exists(path);
        }
    }

    /// <summary>A split's folder as the trainers resolve it: by <c>path</c>, else beside the definition.</summary>
    static string? Resolve(YoloDefinition definition, string path)
    {
        // No file system has such names.
        if (path.Contains('\0') || definition.Root.Contains('\0'))
            return null;
        var root = Path.GetFullPath(definition.Root.Length > 0 ? definition.Root : ".", definition.Folder);
        var plain = path;
        while (plain.StartsWith("../", StringComparison.Ordinal) || plain.StartsWith("./", StringComparison.Ordinal))
            plain = plain[(plain.IndexOf('/') + 1)..];
        foreach (var candidate in (string[])[Path.GetFullPath(path, root), Path.GetFullPath(plain, definition.Folder)])
            if (PackedFile.FolderExists(candidate) || PackedFile.FolderExists(YoloPaths.LabelsOf(candidate)))
                return Path.TrimEndingDirectorySeparator(candidate);
        return null;
    }

    // In the order of their paths, whatever the order in which the folders list them; null for far too many.
    IEnumerable<string>? FoldersUnder(string folder)
    {
        if (folder == Path.GetPathRoot(folder))
            return null;
        var found = new List<string>();
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var next))
            foreach (var inner in companions.FoldersIn(next))
            {
                if (found.Count == MostFolders)
                    return null;
                found.Add(inner);
                open.Push(inner);
            }

        return found.Order(StringComparer.Ordinal).Prepend(folder);
    }

    Dictionary<string, string> PicturesIn(string folder) => YoloPaths.PicturesIn(companions.FilesIn(folder));

    YoloFolder Describe(string folder)
    {
        var definition = FindDefinition(folder);
        var pictureFolder = YoloPaths.PicturesOf(folder);
        if (options.ImageRoot is not null && !PackedFile.FolderExists(pictureFolder))
            pictureFolder = options.ImageRoot;
        var pictures = PicturesIn(pictureFolder);
        if (pictures.Count == 0 && options.ImageRoot is not null)
            pictures = PicturesIn(pictureFolder = options.ImageRoot);
        return new()
        {
            Path = folder,
            Definition = definition,
            Task = YoloTasks.Of(definition, Sample(folder), companions),
            Split = splitOfFolder.GetValueOrDefault(folder) ?? YoloPaths.SplitOf(folder),
            PictureFolder = pictures.Count > 0 ? pictureFolder : null,
            Pictures = pictures,
            NamePrefix = NamePrefix(definition?.Folder ?? folder, pictureFolder),
        };
    }

    YoloDefinition? FindDefinition(string folder)
    {
        var current = folder;
        for (var level = 0; level <= LevelsUp && current is not null; level++)
        {
            foreach (var name in DefinitionNames)
            {
                var path = Path.Combine(current, name);
                if (definitions.TryGetValue(path, out var definition))
                    return definition;
                if (PackedFile.Exists(path))
                    return Define(path, AddFile(path));
            }

            if (definitions.Values.FirstOrDefault(d => d.Folder == current) is { } other)
                return other;
            current = Path.GetDirectoryName(current);
        }

        return null;
    }

    int AddFile(string path)
    {
        var source = PackedFile.SourceAt(path);
        source.Format = AnnotationFormats.Find("yolo");
        return builder.AddFile(source);
    }

    IEnumerable<SourceFile> Sample(string folder)
    {
        // What comes out of a pipe, or lies in an archive, is no file of its folder.
        return TextsIn(folder) is { Count: > 0 } texts
            ? FirstFiles.Of(texts, SampleSize).Select(PackedFile.SourceAt)
            : LabelFiles.Select(file => builder.Files[file]).Where(s => s.Folder == folder).Take(SampleSize);
    }

    // Asked for twice, and listing a folder of a hundred thousand files takes as long as reading ten thousand of them.
    List<string> TextsIn(string folder)
    {
        if (!textsOf.TryGetValue(folder, out var texts))
            textsOf.Add(folder, texts = [.. companions.FilesIn(folder, "*.txt").Where(path => !IsDefinition(path))]);
        return texts;
    }

    static string NamePrefix(string root, string folder)
    {
        var relative = Path.GetRelativePath(root, folder).Replace(Path.DirectorySeparatorChar, '/');
        return relative == "." || relative.StartsWith("..", StringComparison.Ordinal) ? "" : relative + "/";
    }
}
