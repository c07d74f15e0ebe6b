namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>
/// The lists of images under <c>ImageSets</c>: a name of an annotation file on each line of <c>Main/train.txt</c> and others,
/// and in lists of a class (<c>Main/dog_train.txt</c>) whether it holds the class: 1 yes, −1 no, 0 only difficult ones.
/// </summary>
sealed class VocImageSets
{
    static readonly string[] Splits = ["train", "val", "test"];
    static readonly string[] Folders = ["Main", "Segmentation", "Layout", "Action"];

    /// <summary>A list of all images of a large collection has some megabytes.</summary>
    const long LongestList = 64 << 20;

    readonly string prefix;
    readonly Dictionary<string, string> splitOfStem = new(StringComparer.Ordinal);
    readonly List<VocImageSet> sets = [];

    /// <summary>The plain lists and those of classes, in a fixed order.</summary>
    public IReadOnlyList<VocImageSet> Sets => sets;

    /// <summary>The split of an image by the name of its annotation file; null for an image in no list.</summary>
    public string? SplitOf(string stem) => splitOfStem.GetValueOrDefault(prefix + stem);

    /// <summary>The annotation files lie right beside <c>ImageSets</c>, so that the lists name no others.</summary>
    public bool IsOfWholeFolder => prefix.Length == 0;

    /// <param name="folder">The folder of annotation files, beside <c>ImageSets</c>.</param>
    /// <param name="companions">Reads the lists.</param>
    public static VocImageSets Of(string folder, CompanionFiles companions)
    {
        var root = VocRoot.Of(folder);
        var result = new VocImageSets(root.Prefix);
        foreach (var kind in Folders)
            result.Add(Path.Combine(root.Path, "ImageSets", kind), hasClasses: kind == Folders[0], companions);
        // An image in several lists belongs to the first of train, val and test; plain lists go before those of a class.
        foreach (var split in Splits)
        foreach (var set in result.sets.Where(set => set.Split == split).OrderBy(set => set.Class is not null))
        foreach (var entry in set.Entries)
            result.splitOfStem.TryAdd(entry.Stem, split);
        return result;
    }

    VocImageSets(string prefix) => this.prefix = prefix;

    void Add(string folder, bool hasClasses, CompanionFiles companions)
    {
        foreach (var path in companions.FilesIn(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var (name, split) = NamesOf(Path.GetFileNameWithoutExtension(path));
            if (companions.Read(path, LongestList) is { } bytes)
                sets.Add(new(path, hasClasses ? name : null, split, bytes));
        }
    }

    // dog_train is the list of a class in a split, train_small a list of its own.
    static (string? Class, string Split) NamesOf(string stem)
    {
        var at = stem.LastIndexOf('_');
        return at > 0 && stem[(at + 1)..] is "train" or "val" or "test" or "trainval"
            ? (stem[..at], stem[(at + 1)..])
            : (null, stem);
    }
}
