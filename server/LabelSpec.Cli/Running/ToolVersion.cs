using System.Reflection;

namespace LabelSpec.Cli.Running;

static class ToolVersion
{
    /// <summary>The semantic version of this build.</summary>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
