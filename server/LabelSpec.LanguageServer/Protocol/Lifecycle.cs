using System.Text.Json;

namespace LabelSpec.LanguageServer.Protocol;

public sealed record ClientInfo(string Name, string? Version);

public sealed record InitializeParams(
    int? ProcessId,
    ClientInfo? ClientInfo,
    string? RootUri,
    string? RootPath,
    JsonElement? InitializationOptions,
    JsonElement? Capabilities,
    string? Trace,
    IReadOnlyList<WorkspaceFolder>? WorkspaceFolders
);

public sealed record ServerInfo(string Name, string Version);

public sealed record InitializeResult(JsonElement Capabilities, ServerInfo ServerInfo);

public sealed record SetTraceParams(string Value);

public sealed record LogMessageParams(int Type, string Message);

public sealed record ShowMessageParams(int Type, string Message);

public sealed record ProgressParams(JsonElement Token, JsonElement Value);

public sealed record Registration(string Id, string Method, JsonElement? RegisterOptions);

public sealed record RegistrationParams(IReadOnlyList<Registration> Registrations);

public sealed record WorkDoneProgressCreateParams(JsonElement Token);

public sealed record WorkDoneProgressCancelParams(JsonElement Token);
