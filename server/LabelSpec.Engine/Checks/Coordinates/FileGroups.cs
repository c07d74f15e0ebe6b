using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Engine.Checks.Coordinates;

/// <summary>
/// Files that one tool wrote with one convention: a file with many images is a group of its own, files with one image each
/// (VOC, YOLO, LabelMe) are grouped by folder and format.
/// </summary>
sealed class FileGroups
{
    readonly int[] groups;
    readonly List<int> firstFiles = [];

    public FileGroups(Dataset dataset)
    {
        var images = new int[dataset.Files.Length];
        for (var image = 0; image < dataset.Images.Count; image++)
            images[dataset.Images.FileOf(image)]++;
        groups = new int[dataset.Files.Length];
        var folders = new Dictionary<(string Folder, string? Format), int>();
        var last = -1;
        for (var file = 0; file < groups.Length; file++)
        {
            if (images[file] != 1)
            {
                groups[file] = Start(file);
                continue;
            }

            var key = KeyOf(dataset.Files[file]);
            // Files mostly come folder by folder.
            if (last >= 0 && key == KeyOf(dataset.Files[last]))
                groups[file] = groups[last];
            else if (!folders.TryGetValue(key, out groups[file]))
                folders.Add(key, groups[file] = Start(file));
            last = file;
        }
    }

    public int Count => firstFiles.Count;

    public int Of(int file) => groups[file];

    public int FirstFile(int group) => firstFiles[group];

    static (string Folder, string? Format) KeyOf(SourceFile file) => (file.Folder, file.Format?.Id);

    int Start(int file)
    {
        firstFiles.Add(file);
        return firstFiles.Count - 1;
    }
}
