using System.Collections.Immutable;
using System.Reflection;

namespace LabelSpec.Reports.Help;

/// <summary>
/// The pages of all diagnostic codes. Each project keeps its own in <c>docs/diagnostics</c>; the build embeds them here.
/// </summary>
public sealed class DiagnosticPages : IRuleHelp
{
    const string Folder = "diagnostics/";
    const string Extension = ".md";

    readonly Assembly _assembly = typeof(DiagnosticPages).Assembly;

    DiagnosticPages() =>
        Codes = [
            .. _assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Select(name => name[Folder.Length..^Extension.Length])
                .Order(StringComparer.Ordinal),
        ];

    public static DiagnosticPages Instance { get; } = new();

    /// <summary>The codes that have a page, in order.</summary>
    public ImmutableArray<string> Codes { get; }

    public RuleHelp? Find(string topic)
    {
        using var page = _assembly.GetManifestResourceStream(Folder + topic.ToUpperInvariant() + Extension);
        if (page is null)
            return null;
        using var reader = new StreamReader(page);
        var markdown = reader.ReadToEnd();
        return new RuleHelp(TitleOf(markdown) ?? topic, markdown);
    }

    static string? TitleOf(string markdown) =>
        markdown.StartsWith("# ", StringComparison.Ordinal) ? markdown[2..].Split('\n', 2)[0].Trim() : null;
}
