namespace LabelSpec.Annotations.Reading;

/// <summary>
/// What lies in the folders that were gone through in search of annotation files. Who looks for what lies beside those asks here
/// first: to list a folder of a hundred thousand files takes as long as to read ten thousand of them. Not thread-safe.
/// </summary>
sealed class FolderListings
{
    readonly HashSet<string> whole = new(StringComparer.Ordinal);
    IReadOnlyList<FoundFile> found = [];
    Dictionary<string, List<string>>? files;

    /// <summary>Tells that a folder was listed to its end; hidden files were left out.</summary>
    /// <param name="folder">Its absolute path.</param>
    public void Add(string folder) => whole.Add(folder);

    /// <summary>Tells what was found, in those folders and elsewhere.</summary>
    public void Set(IReadOnlyList<FoundFile> all) => (found, files) = (all, null);

    /// <summary>The absolute paths of the files in a folder, without hidden ones; null for one that was not listed.</summary>
    /// <param name="folder">Its absolute path.</param>
    public IReadOnlyList<string>? FilesOf(string folder)
    {
        if (!whole.Contains(folder))
            return null;
        files ??= ByFolder();
        return files.GetValueOrDefault(folder) ?? [];
    }

    Dictionary<string, List<string>> ByFolder()
    {
        var result = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var last = "";
        List<string> ofLast = [];
        foreach (var file in found)
        {
            // What an editor holds need not lie on disk.
            if (file.Entry is not null || (file.Text is not null && !File.Exists(file.FullPath)))
                continue;
            var folder = Path.GetDirectoryName(file.FullPath.AsSpan());
            if (!folder.SequenceEqual(last))
            {
                last = folder.ToString();
                if (!result.TryGetValue(last, out ofLast!))
                    result.Add(last, ofLast = []);
            }

            ofLast.Add(file.FullPath);
        }

        return result;
    }
}
