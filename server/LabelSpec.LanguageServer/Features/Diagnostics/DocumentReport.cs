using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>Everything that is wrong with one document.</summary>
/// <param name="Version">Of the open document; null for files on disk.</param>
public sealed record DocumentReport(string Uri, int? Version, IReadOnlyList<Diagnostic> Items)
{
    readonly Lazy<string> _resultId = new(() => ReportId.Of(Items));

    /// <summary>The same for the same items, so that a client need not be told again. Made when it is asked for: it reads all of them.</summary>
    public string ResultId => _resultId.Value;

    /// <summary>Whether another report says the same of the same version.</summary>
    public bool IsSame(DocumentReport other) => Version == other.Version && ResultId == other.ResultId;
}
