using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Files;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>The files and folders of the folder that a path names so far.</summary>
static class PathCompletion
{
    const int MostFiles = 500;

    /// <param name="from">The file that names the path, which is relative to its folder.</param>
    /// <param name="written">What is written of the path before the cursor.</param>
    public static List<Proposal> Below(string from, string written, int offset, Func<string, bool> isWanted)
    {
        var slash = written.LastIndexOf('/');
        var typed = TextSpan.FromBounds(offset - (written.Length - slash - 1), offset);
        var folder = DocumentUri.FolderOf(GuidelinePath.Resolve(from, written[..(slash + 1)] + "x"));
        var found = new List<Proposal>();
        // Pictures often lie in a folder beside that of the guideline.
        if (written[..(slash + 1)].Replace("../", "", StringComparison.Ordinal).Length == 0)
            found.Add(Folder("..", typed, 2));
        foreach (var entry in Entries(folder))
        {
            if (entry is DirectoryInfo)
                found.Add(Folder(entry.Name, typed, 1));
            else if (isWanted(entry.Name) && entry.FullName.Replace('\\', '/') != from)
                found.Add(
                    new Proposal(
                        entry.Name,
                        CompletionItemKind.File,
                        entry.Name,
                        typed,
                        0,
                        Documentation: PictureFile.Is(entry.Name)
                            ? $"![{entry.Name}]({DocumentUri.Of(entry.FullName)}|width=240)"
                            : null
                    )
                );
        }

        return found;
    }

    static Proposal Folder(string name, TextSpan typed, int rank) =>
        new(name + "/", CompletionItemKind.Folder, name + "/", typed, rank, RetriggersAfterwards: true);

    static IEnumerable<FileSystemInfo> Entries(string folder)
    {
        try
        {
            return
            [
                .. new DirectoryInfo(folder)
                    .EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden })
                    .Where(entry => !entry.Name.StartsWith('.'))
                    .Take(MostFiles),
            ];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
