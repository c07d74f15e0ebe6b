using System.Security.Cryptography;
using System.Text.Json;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>Names reports by what they say: the same items, the same name.</summary>
static class ReportId
{
    public static DocumentReport Report(OpenDocument document, IReadOnlyList<Diagnostic> items) =>
        new(document.Uri, document.Version, items);

    public static string Of(IReadOnlyList<Diagnostic> items) =>
        System.Convert.ToHexStringLower(
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(items, ProtocolContext.Default.IReadOnlyListDiagnostic))
        )[..16];
}
