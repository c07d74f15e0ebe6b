using System.Text.Json;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features;

/// <summary>The commands of `workspace/executeCommand`, by name.</summary>
public sealed class CommandTable
{
    readonly Dictionary<
        string,
        Func<WorkspaceSnapshot, IReadOnlyList<JsonElement>, CancellationToken, Task<JsonElement?>>
    > _commands = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _commands.Keys;

    public void Add(
        string name,
        Func<WorkspaceSnapshot, IReadOnlyList<JsonElement>, CancellationToken, Task<JsonElement?>> run
    ) => _commands.Add(name, run);

    internal Func<WorkspaceSnapshot, IReadOnlyList<JsonElement>, CancellationToken, Task<JsonElement?>>? Find(
        string name
    ) => _commands.GetValueOrDefault(name);
}
