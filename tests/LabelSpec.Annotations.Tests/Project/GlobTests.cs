using CsCheck;
using LabelSpec.Annotations.Project;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Project;

public class GlobTests
{
    static Glob Parse(string pattern)
    {
        Assert.True(Glob.TryParse(pattern, out var glob, out var error), error);
        return glob;
    }

    [Theory]
    [InlineData("*.json", "a.json", true)]
    [InlineData("*.json", "b/a.json", false)]
    [InlineData("**/*.json", "a.json", true)]
    [InlineData("**/*.json", "a/b/c.json", true)]
    [InlineData("a/**", "a/b", true)]
    [InlineData("a/**", "a/b/c", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a/**/b/**/c", "a/b/b/x/c", true)]
    [InlineData("a/**/b/**/c", "a/x/c", false)]
    [InlineData("a?.txt", "ab.txt", true)]
    [InlineData("a?.txt", "a.txt", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[a-c]x", "dx", false)]
    [InlineData("[!a-c]x", "dx", true)]
    [InlineData("[]]x", "]x", true)]
    [InlineData("{train,val}/*.xml", "val/a.xml", true)]
    [InlineData("{train,val}/*.xml", "test/a.xml", false)]
    [InlineData("./a/*.xml", "a/b.xml", true)]
    [InlineData("../a/*.xml", "../a/b.xml", true)]
    [InlineData("/d/*.xml", "/d/b.xml", true)]
    [InlineData("a\\*.xml", "a/b.xml", true)]
    [InlineData("*.JSON", "a.json", false)]
    public void A_pattern_matches_what_it_says(string pattern, string path, bool matches)
    {
        Assert.Equal(matches, Parse(pattern).IsMatch(path));
    }

    [Fact]
    public void Matching_agrees_with_the_definition_by_recursion()
    {
        var segment = OneOf("a", "b", "*", "**", "a*", "?b", "*a*b");
        var name = OneOf("a", "b", "ab", "aab", "ba");

        Gen.Select(segment.Array[1, 5], name.Array[1, 6])
            .Holds(
                (pattern, path) =>
                    Assert.Equal(
                        Defined(pattern, path),
                        Parse(string.Join('/', pattern)).IsMatch(string.Join('/', path))
                    ),
                iter: 5000
            );
    }

    [Fact]
    public void Many_stars_take_no_exponential_time()
    {
        var pattern = Parse(string.Concat(Enumerable.Repeat("**/*a*a*a*/", 20)) + "x");
        var path = string.Join('/', Enumerable.Repeat(new string('a', 200), 200));

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.False(pattern.IsMatch(path));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Files_are_found_in_order_and_links_are_not_followed()
    {
        var root = Directory.CreateTempSubdirectory("labelspec");
        try
        {
            foreach (var file in (string[])["b.json", "a/z.json", "a/y/x.json", "a/note.txt"])
            {
                var full = Path.Combine(root.FullName, file);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllText(full, "");
            }

            Directory.CreateSymbolicLink(Path.Combine(root.FullName, "a", "loop"), root.FullName);

            Assert.Equal(["a/y/x.json", "a/z.json", "b.json"], Found(root.FullName, "**/*.json"));
            Assert.Equal(["a/z.json"], Found(root.FullName, "a/*.json"));
            Assert.Equal(["a/y/x.json"], Found(root.FullName, "a/*/*.json"));
            Assert.Equal(["a/note.txt", "a/y/x.json", "a/z.json"], Found(root.FullName, "a"));
            Assert.Equal(["b.json"], Found(root.FullName, "./b.json"));
            Assert.Equal(["b.json"], Found(Path.Combine(root.FullName, "a"), "../*.json"));
            Assert.Equal(["a/z.json"], Found(root.FullName, root.FullName + "/a/*.json"));
            Assert.Empty(Found(root.FullName, "missing/**"));
        }
        finally
        {
            root.Delete(recursive: true);
        }

        IEnumerable<string> Found(string folder, string pattern) =>
            GlobFiles.Find(folder, Parse(pattern)).Select(path => Path.GetRelativePath(root.FullName, path));
    }

    static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    static bool Defined(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.IsEmpty)
            return path.IsEmpty;
        if (pattern[0] != "**")
            return !path.IsEmpty && DefinedName(pattern[0], path[0]) && Defined(pattern[1..], path[1..]);
        // At the end it needs something below.
        for (var skip = pattern.Length == 1 ? 1 : 0; skip <= path.Length; skip++)
            if (Defined(pattern[1..], path[skip..]))
                return true;
        return false;
    }

    static bool DefinedName(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        if (pattern.IsEmpty)
            return name.IsEmpty;
        if (pattern[0] == '*')
            return DefinedName(pattern[1..], name) || (!name.IsEmpty && DefinedName(pattern, name[1..]));
        return !name.IsEmpty && (pattern[0] == '?' || pattern[0] == name[0]) && DefinedName(pattern[1..], name[1..]);
    }

    [Theory]
    [InlineData("/data/set/{a,b}/*.json", "/data/set")]
    [InlineData("data/{a,b}", "data")]
    [InlineData("{a,b}/x", "")]
    [InlineData("/data/*/x", "/data")]
    [InlineData("data/a.json", "data")]
    public void A_search_begins_where_all_alternatives_do(string pattern, string folder) =>
        Assert.Equal(folder, Parse(pattern).LiteralFolder);
}
