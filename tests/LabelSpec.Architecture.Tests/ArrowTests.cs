using System.Xml.Linq;
using LabelSpec.TestSupport;

namespace LabelSpec.Architecture.Tests;

/// <summary>The arrows between the projects, as `server/docs/architecture.md` draws them.</summary>
public sealed class ArrowTests
{
    /// <summary>Each room and the rooms that it may know directly.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> AllowedArrows = new Dictionary<string, string[]>
    {
        ["LabelSpec.Grammar"] = [],
        ["LabelSpec.Geometry"] = [],
        ["LabelSpec.Semantics"] = ["LabelSpec.Grammar"],
        ["LabelSpec.Annotations"] = ["LabelSpec.Geometry"],
        ["LabelSpec.Engine"] = ["LabelSpec.Semantics", "LabelSpec.Annotations"],
        ["LabelSpec.Quality"] = ["LabelSpec.Engine"],
        ["LabelSpec.Reports"] = ["LabelSpec.Quality"],
        ["LabelSpec.LanguageServer"] = ["LabelSpec.Reports"],
        ["LabelSpec.Cli"] = ["LabelSpec.Reports", "LabelSpec.LanguageServer"],
    };

    public static TheoryData<string> ProductProjects =>
        [.. ProjectFiles().Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(ProductProjects))]
    public void Project_references_only_point_along_the_arrows(string project)
    {
        var file = ProjectFiles().Single(path => Path.GetFileNameWithoutExtension(path) == project);
        var references = XDocument
            .Load(file)
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.True(AllowedArrows.ContainsKey(project), $"{project} is a new room: draw it in the architecture page.");
        Assert.All(references, reference => Assert.Contains(reference, AllowedArrows[project]));
    }

    [Fact]
    public void Product_projects_live_in_grammar_and_server() =>
        Assert.Equal(
            AllowedArrows.Keys.Where(Exists).Order(),
            ProjectFiles().Select(Path.GetFileNameWithoutExtension).Order()
        );

    static bool Exists(string project) => ProjectFiles().Any(path => Path.GetFileNameWithoutExtension(path) == project);

    static IEnumerable<string> ProjectFiles() =>
        new[] { "grammar", "server" }.SelectMany(folder =>
            Directory.EnumerateFiles(
                Path.Combine(RepositoryFiles.Root, folder),
                "*.csproj",
                SearchOption.AllDirectories
            )
        );
}
