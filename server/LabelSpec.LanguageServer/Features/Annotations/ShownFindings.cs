using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>Findings as clients show them.</summary>
static class ShownFindings
{
    public static ShownFinding Of(WorkspaceSnapshot snapshot, LocatedFinding located)
    {
        var finding = located.Finding;
        return new ShownFinding
        {
            Uri = snapshot.UriOf(finding.Location.File),
            Fingerprint = finding.Fingerprint,
            Rule = finding.Rule,
            Title = RuleTitles.Of(located.Guideline, finding.Rule),
            Severity = NameOf(finding.Severity),
            Message = finding.Message,
            Range = AnnotationView.RangeOf(finding.Location),
            Image = finding.Image,
            Annotation = finding.Annotation,
            Annotator = located.Annotator,
            Values = [.. finding.Values.Select(value => new ShownValue(value.Name, value.Display))],
            Related =
            [
                .. finding.Related.Select(related => new RelatedFinding(
                    snapshot.UriOf(related.Location.File),
                    AnnotationView.RangeOf(related.Location),
                    related.Message,
                    related.Annotation
                )),
            ],
            Fixes = [.. finding.Fixes.Select(fix => new FixInfo(fix.Title, fix.IsSafe))],
            Help = HelpOf(snapshot, located.Guideline, finding.Rule),
            FromDisk = located.FromDisk,
        };
    }

    public static string NameOf(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Info => "info",
            _ => "hint",
        };

    public static Counts CountOf(FindingList findings) =>
        CountOf(Enumerable.Range(0, findings.Count).Select(findings.SeverityAt));

    public static Counts CountOf(IEnumerable<Finding> findings) =>
        CountOf(findings.Select(finding => finding.Severity));

    static Counts CountOf(IEnumerable<Severity> severities)
    {
        var counts = new int[(int)Severity.Error + 1];
        foreach (var severity in severities)
            counts[(int)severity]++;
        return new Counts(
            counts[(int)Severity.Error],
            counts[(int)Severity.Warning],
            counts[(int)Severity.Info],
            counts[(int)Severity.Hint]
        );
    }

    /// <summary>Where a rule of a guideline is written; codes have pages, but these are published nowhere.</summary>
    public static string? HelpOf(WorkspaceSnapshot snapshot, Guideline? guideline, string rule)
    {
        if (guideline?.Rules.FirstOrDefault(symbol => symbol.Name == rule) is not { } found)
            return null;
        var location = new SpanConverter(snapshot).LocationOf(found.Origin.Span);
        return $"{location.Uri}#L{location.Range.Start.Line + 1}";
    }
}

/// <summary>A finding with what its data set knows about it.</summary>
/// <param name="Annotator">Who made the annotation; null where nobody is named.</param>
/// <param name="FromDisk">Whether it was found in the file as it is on disk.</param>
/// <param name="Category">What the file calls the class of the annotation; null where it is about no annotation.</param>
sealed record LocatedFinding(
    Finding Finding,
    Guideline? Guideline,
    string? Annotator,
    bool FromDisk,
    string? Category = null
);
