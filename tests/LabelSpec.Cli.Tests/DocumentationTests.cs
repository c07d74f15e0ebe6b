using System.Text.RegularExpressions;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests;

/// <summary>The reference page and the help say the same.</summary>
public sealed partial class DocumentationTests
{
    static readonly string Page = File.ReadAllText(
        Path.Combine(RepositoryFiles.Root, "server", "LabelSpec.Cli", "docs", "cli.md")
    );

    [Fact]
    public void Every_command_has_a_section_and_every_section_a_command() =>
        Assert.Equal(Commands().Order(), Sections().Keys.Order());

    [Fact]
    public void Every_option_is_documented_and_every_documented_option_exists()
    {
        foreach (var (command, section) in Sections())
        {
            var help = Labelspec.Run(command, "--help").Exits(0).Output;
            var offered = HelpOption().Matches(help).Select(match => match.Groups[1].Value).Except(["--help"]);
            var documented = TableOption().Matches(section).Select(match => match.Groups[1].Value);
            Assert.Equal([command, .. offered.Order()], [command, .. documented.Order()]);
        }
    }

    static IEnumerable<string> Commands()
    {
        var help = Labelspec.Run("--help").Exits(0).Output;
        var list = help[help.IndexOf("Commands:", StringComparison.Ordinal)..];
        return HelpCommand().Matches(list).Select(match => match.Groups[1].Value);
    }

    static Dictionary<string, string> Sections() =>
        Page.Split("\n## labelspec ").Skip(1).ToDictionary(text => text.Split('\n')[0].Trim(), text => text);

    [GeneratedRegex(@"^  ([a-z]+)\b", RegexOptions.Multiline)]
    private static partial Regex HelpCommand();

    [GeneratedRegex(@"^  (?:-\S+, )*(--[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex HelpOption();

    [GeneratedRegex(@"^\| `(--[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex TableOption();
}
