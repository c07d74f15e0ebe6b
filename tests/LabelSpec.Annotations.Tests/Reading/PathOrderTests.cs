using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Tests.Reading;

/// <summary>The order in which the files of folders are read.</summary>
public class PathOrderTests
{
    [Fact]
    public void Paths_are_in_ordinal_order_whatever_they_have_in_common()
    {
        var random = new Random(11);
        string[] folders = ["a", "a/b", "a-b", "höhe", "a long name of a folder", ""];
        string[] pieces =
        [
            "0",
            "1",
            "00000000",
            "a",
            "B",
            "é",
            "\u007f",
            "\uffee",
            "\U0001F600",
            " ",
            "-",
            ".",
            "aaaaaaaaa",
        ];
        for (var round = 0; round < 300; round++)
        {
            var common = folders[random.Next(folders.Length)];
            var paths = Enumerable
                .Range(0, random.Next(40))
                .Select(_ => $"{common}/{folders[random.Next(folders.Length)]}/{Name()}")
                .Distinct()
                .ToArray();
            var entries = paths.Select(path => new FolderEntry(path, FolderEntryKind.File)).ToArray();

            PathOrder.Sort(entries);

            Assert.Equal(paths.Order(StringComparer.Ordinal), entries.Select(entry => entry.Path));
        }

        string Name() =>
            string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    [Fact]
    public void What_an_entry_is_stays_with_its_path()
    {
        FolderEntry[] entries = [new("b", FolderEntryKind.File), new("a", FolderEntryKind.RegularFile)];

        PathOrder.Sort(entries);

        Assert.Equal([new("a", FolderEntryKind.RegularFile), new("b", FolderEntryKind.File)], entries);
    }
}
