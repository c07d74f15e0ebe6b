using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>Everything that is wrong with one document.</summary>
/// <param name="Version">Of the open document; null for files on disk.</param>
/// <param name="ResultId">The same for the same items, so that a client need not be told again.</param>
public sealed record DocumentReport(string Uri, int? Version, string ResultId, IReadOnlyList<Diagnostic> Items);
