using System.Diagnostics;
using LabelSpec.TestSupport;
using YamlDotNet.RepresentationModel;

namespace LabelSpec.Docs.Tests;

public sealed class ClusterTests
{
    static readonly string Folder = Path.Combine(RepositoryFiles.Root, "server", "docs", "cluster");

    [Fact]
    public void The_kubernetes_job_judges_as_many_shards_as_it_completes()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Folder, "kubernetes.yaml"))));
        var spec = (YamlMappingNode)yaml.Documents.Single().RootNode["spec"];
        var container = spec["template"]["spec"]["containers"][0];
        var command = container["args"][0].ToString();

        Assert.Equal("Indexed", spec["completionMode"].ToString());
        Assert.Contains(
            $"""--shard "$((JOB_COMPLETION_INDEX + 1))/{spec["completions"]}" """,
            command,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain('\n', command.Trim());
    }

    [Theory]
    [InlineData("slurm-shard.sh")]
    [InlineData("slurm-check.sh")]
    public void The_scripts_are_valid_bash(string script)
    {
        using var bash = Process.Start("bash", ["-n", Path.Combine(Folder, script)]);
        bash.WaitForExit();
        Assert.Equal(0, bash.ExitCode);
    }
}
