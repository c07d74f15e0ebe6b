using System.Text;
using LabelSpec.Annotations.Project;

namespace LabelSpec.Fuzz.Tests;

/// <summary>A project file is read, and its problems lie within it.</summary>
sealed class ProjectTarget : IFuzzTarget
{
    readonly Lazy<IReadOnlyList<FuzzCase>> seeds = new(() =>
        [.. Corpus.Files(ProjectFile.FileName, "samples", "tests"), .. Corpus.Files("*.yaml", "tests")]
    );

    public string Name => "project";

    public IReadOnlyList<FuzzCase> Seeds => seeds.Value;

    public void Examine(FuzzCase one)
    {
        var text = Encoding.UTF8.GetString(one.Bytes);
        var (project, problems) = ProjectFile.Load(text, one.Path);
        Assert.NotNull(project);
        foreach (var problem in problems)
            Assert.NotEmpty(problem.ToString()!);
    }
}
