using System.Text.Json;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>What the client's settings say about diagnostics: <c>labelspec.diagnostics</c>.</summary>
static class DiagnosticSettings
{
    public const string Section = "diagnostics";

    public const string MaximumName = "maximum";

    /// <summary>Editors draw each diagnostic again with each change; beyond this they stop being of help.</summary>
    const int DefaultMaximum = 1000;

    /// <summary>The most findings that are marked in the text of one annotation file.</summary>
    public static int MostDiagnostics(this WorkspaceSnapshot snapshot) =>
        snapshot.Settings is { ValueKind: JsonValueKind.Object } settings
        && settings.TryGetProperty(Section, out var section)
        && section.ValueKind == JsonValueKind.Object
        && section.TryGetProperty(MaximumName, out var maximum)
        && maximum.ValueKind == JsonValueKind.Number
        && maximum.TryGetInt32(out var most)
        && most > 0
            ? most
            : DefaultMaximum;
}
