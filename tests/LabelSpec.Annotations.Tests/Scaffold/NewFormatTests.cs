using System.Collections;
using System.Diagnostics;
using System.Runtime.Loader;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Scaffold;

/// <summary>What the scaffold makes is built, found, and recognises its own fixture, in a copy of the sources.</summary>
public class NewFormatTests
{
    [Fact]
    public void A_scaffolded_format_builds_and_is_found()
    {
        using var copy = new ScratchFolder();
        CopySources(copy.Path);
        var script = Path.Combine(copy.Path, "server", "LabelSpec.Annotations", "scaffold", "new-format.sh");

        Run("bash", copy.Path, script, "acme", "Acme", "Acme JSON", "json");
        Run("bash", copy.Path, script, "bolt-rows", "Bolt", "Bolt rows", "rows");
        Run("dotnet", copy.Path, "build", "server/LabelSpec.Annotations", "-v", "q", "-nologo", "-o", "built");

        Assert.Equal("Acme JSON", TitleOf(copy.Path, "acme"));
        Assert.Equal("Bolt rows", TitleOf(copy.Path, "bolt-rows"));
        Assert.Equal(("acme", 3), Read(copy.Path, "acme", "one.json"));
        Assert.Equal(("bolt-rows", 3), Read(copy.Path, "bolt-rows", "one.bolt-rows"));
        Assert.Contains(
            "[Bolt rows](bolt-rows.md)",
            File.ReadAllText(Path.Combine(copy.Path, "server/LabelSpec.Annotations/docs/formats/README.md"))
        );
    }

    [Fact]
    public void Names_that_cannot_be_are_refused_and_nothing_is_made()
    {
        using var copy = new ScratchFolder();
        CopySources(copy.Path);
        var script = Path.Combine(copy.Path, "server", "LabelSpec.Annotations", "scaffold", "new-format.sh");

        Assert.Equal(2, Start("bash", copy.Path, script, "Acme", "Acme", "Acme JSON").Code);
        Assert.Equal(2, Start("bash", copy.Path, script, "acme", "acme", "Acme JSON").Code);
        Assert.Equal(1, Start("bash", copy.Path, script, "coco", "Coco", "COCO").Code);
        Assert.False(Directory.Exists(Path.Combine(copy.Path, "server/LabelSpec.Annotations/Formats/Acme")));
    }

    static void CopySources(string target)
    {
        foreach (
            var name in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"]
        )
            if (File.Exists(Path.Combine(RepositoryFiles.Root, name)))
                File.Copy(Path.Combine(RepositoryFiles.Root, name), Path.Combine(target, name));
        foreach (var folder in (string[])[".config", "server/LabelSpec.Annotations", "server/LabelSpec.Geometry"])
            Copy(Path.Combine(RepositoryFiles.Root, folder), Path.Combine(target, folder));
    }

    static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from))
            if (Path.GetFileName(folder) is not ("bin" or "obj"))
                Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    static void Run(string program, string folder, params string[] arguments)
    {
        var (code, text) = Start(program, folder, arguments);
        Assert.True(code == 0, text);
    }

    static (int Code, string Text) Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Settings of the build that runs this test are not those of the other.
        foreach (
            var name in start
                .Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
                .ToList()
        )
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        return (process.ExitCode, text);
    }

    static string TitleOf(string copy, string id)
    {
        dynamic format = FormatsOf(Load(copy)).Single(format => format.Id == id);
        return format.Title;
    }

    // Of the other build only the shape is known here.
    static (string Format, int Annotations) Read(string copy, string id, string file)
    {
        var assembly = Load(copy);
        var path = Path.Combine(copy, "tests/LabelSpec.Annotations.Tests/Formats/fixtures", id, file);
        var read = assembly
            .GetType("LabelSpec.Annotations.Reading.DatasetReader")!
            .GetMethods()
            .Single(method =>
                method.Name == "Read" && method.GetParameters()[0].ParameterType == typeof(IEnumerable<string>)
            );
        dynamic dataset = read.Invoke(null, [new[] { path }, null, null, CancellationToken.None])!;
        return (dataset.Files[0].Format.Id, dataset.Annotations.Count);
    }

    static IEnumerable<dynamic> FormatsOf(System.Reflection.Assembly assembly) =>
        (
            (IEnumerable)
                assembly.GetType("LabelSpec.Annotations.Formats.AnnotationFormats")!.GetProperty("All")!.GetValue(null)!
        ).Cast<dynamic>();

    static System.Reflection.Assembly Load(string copy)
    {
        var built = Path.Combine(copy, "built");
        var context = new AssemblyLoadContext(null);
        context.Resolving += (own, name) =>
            File.Exists(Path.Combine(built, name.Name + ".dll"))
                ? own.LoadFromAssemblyPath(Path.Combine(built, name.Name + ".dll"))
                : null;
        return context.LoadFromAssemblyPath(Path.Combine(built, "LabelSpec.Annotations.dll"));
    }
}
