using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Evolution;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Binding;

/// <summary>Checks <c>since "2.1.0"</c> against the version of the file that it stands in.</summary>
internal sealed class VersionChecker
{
    private readonly Dictionary<SourceFile, SemanticVersion> current = [];

    /// <summary>Notes the version in the header of a file: files that are shared have versions of their own.</summary>
    public void Declare(SourceFile file, SemanticVersion version) => current[file] = version;

    /// <summary>The version as written, whether it is valid or not; null if there is none.</summary>
    public string? Check(StringLiteral? node, BindingSite site)
    {
        if (node is null)
        {
            return null;
        }
        if (SemanticVersion.TryParse(node.Value) is not { } version)
        {
            ReportInvalid(node, site);
        }
        else if (current.TryGetValue(site.Unit.File, out var own) && version.CompareTo(own) > 0)
        {
            site.Bag.Report(
                SemanticDiagnostics.FutureVersion,
                site.SpanOf(node),
                $"This file is at version {own}: \"{node.Value}\" is later"
            );
        }
        return node.Value;
    }

    public static void ReportInvalid(StringLiteral node, BindingSite site) =>
        site.Bag.Report(
            SemanticDiagnostics.InvalidVersion,
            site.SpanOf(node),
            $"\"{node.Value}\" is not a semantic version: write three numbers, such as \"1.0.0\""
        );
}
