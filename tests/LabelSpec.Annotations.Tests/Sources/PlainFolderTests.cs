using System.Diagnostics;
using LabelSpec.Annotations.Sources;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Sources;

/// <summary>Folders that are listed by the system's own calls.</summary>
public class PlainFolderTests
{
    [Fact]
    public void Everything_in_a_folder_is_listed_once_and_as_what_it_is()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var scratch = new ScratchFolder();
        scratch.Write("in/.hidden", "x");
        scratch.Write("in/höhe 1.txt", "x");
        scratch.Write("in/inner/deeper.txt", "x");
        File.CreateSymbolicLink(scratch.PathOf("in", "link.txt"), scratch.PathOf("in", "höhe 1.txt"));
        File.CreateSymbolicLink(scratch.PathOf("in", "nowhere"), scratch.PathOf("gone"));
        Directory.CreateSymbolicLink(scratch.PathOf("in", "folder link"), scratch.PathOf("in", "inner"));
        using (var made = Process.Start("mkfifo", [scratch.PathOf("in", "pipe")]))
            made.WaitForExit();

        var expected = new Dictionary<string, FolderEntryKind>
        {
            [".hidden"] = FolderEntryKind.RegularFile,
            ["höhe 1.txt"] = FolderEntryKind.RegularFile,
            ["inner"] = FolderEntryKind.Folder,
            ["link.txt"] = FolderEntryKind.File,
            ["nowhere"] = FolderEntryKind.File,
            ["folder link"] = FolderEntryKind.LinkToFolder,
            ["pipe"] = FolderEntryKind.File,
        };
        foreach (var folder in new[] { scratch.PathOf("in"), scratch.PathOf("in") + "/" })
        {
            var listed = PlainFolder.EntriesOf(folder).ToList();
            Assert.Equal(expected, listed.ToDictionary(entry => Path.GetFileName(entry.Path), entry => entry.Kind));
            Assert.All(listed, entry => Assert.Equal(scratch.PathOf("in", Path.GetFileName(entry.Path)), entry.Path));
        }
    }

    [Fact]
    public void More_files_than_the_system_gives_at_once_are_all_there()
    {
        using var folder = new ScratchFolder();
        var names = Enumerable.Range(0, 9_000).Select(number => $"{number:D6} and some more text.txt").ToArray();
        foreach (var name in names)
            File.Create(folder.PathOf(name)).Dispose();

        var listed = PlainFolder.EntriesOf(folder.Path).Select(entry => Path.GetFileName(entry.Path));
        Assert.Equal(names, listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_the_usual_exception() =>
        Assert.Throws<DirectoryNotFoundException>(() => PlainFolder.EntriesOf("/no/such/folder").ToList());
}
