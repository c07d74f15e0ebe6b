using System.CommandLine;

namespace LabelSpec.Cli.Running;

/// <summary>A command with examples in its help.</summary>
sealed class DocumentedCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}
