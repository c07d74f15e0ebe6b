using System.Collections.Immutable;
using LabelSpec.Engine;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;
using LabelSpec.Semantics;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Cli.Checking;

/// <summary>A guideline from disk, with what is wrong with it.</summary>
sealed record LoadedGuideline(Guideline Guideline, ImmutableArray<Finding> Findings)
{
    static readonly CompilationOptions Options = new() { KnownChecks = CheckCatalogue.Known };

    /// <summary>Whether it must not be used: what it says is not what its author means.</summary>
    public bool IsBroken => Findings.Any(finding => finding.Severity == Severity.Error);

    public AnalysedGuideline Summary =>
        new(
            Guideline.Name,
            Guideline.Version.Length > 0 ? Guideline.Version : null,
            GuidelineHash.Of(Guideline.Files.Select(file => file.Sha256))
        );

    /// <param name="path">The guideline.</param>
    /// <param name="more">Declarations that are added at its end.</param>
    public static LoadedGuideline Load(string path, string more = "")
    {
        var files = new GuidelineFiles();
        var compilation = Compilation.Create(path, files.Entry(path, more), files, Options);
        var findings = new GuidelineFindings();
        return new LoadedGuideline(compilation.Guideline, [.. compilation.Diagnostics.Select(findings.Of)]);
    }
}
