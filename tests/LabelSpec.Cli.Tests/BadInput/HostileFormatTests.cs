using System.Text;
using System.Text.RegularExpressions;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests.BadInput;

/// <summary>The example files of every format at once, each with one value that means no good in it.</summary>
public sealed partial class HostileFormatTests : IDisposable
{
    static readonly string Fixtures = Path.Combine(RepositoryFiles.Root, "tests", "LabelSpec.Annotations.Tests");

    readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    static readonly Dictionary<string, string> Values = new()
    {
        ["a number of a million digits"] = new('9', 1_000_000),
        ["a number beyond all"] = "1e999",
        ["a number beyond integers"] = "-9223372036854775809",
        ["deep lists"] = new('[', 300_000),
        ["deep elements"] = string.Concat(Enumerable.Repeat("<a>", 300_000)),
        ["bytes that are no UTF-8"] = "\xFF\xC0\x80",
        ["zeros"] = "\0\0\0",
        ["an entity"] = "&e;",
    };

    public static TheoryData<string> Kinds => [.. Values.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Hides_nothing_in_any_format(string kind)
    {
        var value = Values[kind];
        folder.Write("yolo/data.yaml", $"train: images\nnc: {value}\nnames: [car]\nkpt_shape: [{value}, 3]\n");
        folder.Write("yolo/labels/a.txt", $"0 0.5 {value} 0.1 0.1\n{value} 0.5 0.5 0.1 0.1\n");
        var formats = 0;
        foreach (var source in FixtureFolders())
        {
            formats++;
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
                Copy(file, Path.Combine($"{formats}", Path.GetRelativePath(source, file)), value);
        }

        Assert.InRange(formats, 25, 60);
        folder.Write("zz_good.json", BadInput.Good);
        var outcome = BadInput.Run(folder, "check", "--no-cache", "--max", "0", ".");
        Assert.Contains("zz_good.json:3:69: warning[LS3203]", outcome.Output);
    }

    // The middle number of a text; pictures stay as they are.
    void Copy(string file, string to, string value)
    {
        var bytes = File.ReadAllBytes(file);
        var path = folder.PathOf(to);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var text = Encoding.Latin1.GetString(bytes);
        var numbers = bytes.AsSpan().Contains((byte)0) ? [] : Number().Matches(text).ToList();
        if (numbers.Count > 0)
        {
            var middle = numbers[numbers.Count / 2];
            text = text[..middle.Index] + value + text[(middle.Index + middle.Length)..];
        }

        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(text));
    }

    static IEnumerable<string> FixtureFolders() =>
        Directory
            .EnumerateDirectories(Path.Combine(Fixtures, "Formats", "fixtures"))
            .Where(path => Path.GetFileName(path) != "snapshots")
            .Concat(new[] { "Coco", "Cvat", "Voc" }.Select(name => Path.Combine(Fixtures, name, "fixtures")))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"-?[0-9]+(\.[0-9]+)?")]
    private static partial Regex Number();
}
