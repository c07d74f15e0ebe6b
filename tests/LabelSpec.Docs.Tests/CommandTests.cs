using LabelSpec.TestSupport;

namespace LabelSpec.Docs.Tests;

public sealed class CommandTests
{
    public static TheoryData<string> Pages =>
        [.. MarkdownPage.All.Where(page => ShellCommand.In(page).Any()).Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Documented_commands_run(string path)
    {
        using var folder = new ScratchFolder();
        folder.Copy(RepositoryFiles.Sample("urban_driving"), ".");
        folder.Copy(RepositoryFiles.Sample("scores"), "scores");
        folder.Copy(RepositoryFiles.Sample("street_review"), "review");
        foreach (var command in ShellCommand.In(MarkdownPage.Load(path)))
        {
            var (exitCode, output) = command.Run(folder.Path);

            Assert.True(
                command.ExitCode is { } expected ? exitCode == expected : exitCode is 0 or 1,
                $"{command}\nended with {exitCode}\n{output}"
            );
        }
    }

    [Fact]
    public void The_readme_shows_the_two_commands()
    {
        var shown = MarkdownPage
            .Load("README.md")
            .Blocks.Where(block => block.Language == "bash")
            .SelectMany(block => block.Lines);

        Assert.Equal(
            [
                "dotnet run --project server/LabelSpec.Cli -c Release -- check samples/urban_driving",
                "bash tests/run.sh",
            ],
            shown
        );
    }

    [Fact]
    public void The_main_job_of_the_readme_shows_violations_of_the_sample()
    {
        var (exitCode, output) = new ShellCommand("README.md", 0, "labelspec check samples/urban_driving", null).Run(
            RepositoryFiles.Root
        );

        Assert.Equal(1, exitCode);
        Assert.Contains(
            "samples/urban_driving/data/train.json:17:5: error[one_class_per_vehicle]",
            output,
            StringComparison.Ordinal
        );
    }
}
