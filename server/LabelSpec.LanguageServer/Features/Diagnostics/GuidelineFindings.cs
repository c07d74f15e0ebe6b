using LabelSpec.Grammar;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Diagnostics;

namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>
/// What is wrong with one file, in all guidelines that it belongs to. An error in any of them is an error; anything
/// less is only said when it is so in all: a `let` that one of two guidelines uses is not unused.
/// </summary>
static class GuidelineFindings
{
    public static IReadOnlyList<SpecDiagnostic> In(GuidelineAnalysis analysis)
    {
        var findings = new Dictionary<(string, int, int, string), (SpecDiagnostic Diagnostic, int Count)>();
        var compilations = 0;
        foreach (var compilation in analysis.Compilations)
        {
            compilations++;
            var file = analysis.FileIn(compilation);
            foreach (var diagnostic in compilation.Diagnostics)
            {
                if (!ReferenceEquals(diagnostic.Span.File, file))
                    continue;
                var key = (diagnostic.Code, diagnostic.Span.Start, diagnostic.Span.Length, diagnostic.Message);
                var count = findings.TryGetValue(key, out var known) ? known.Count : 0;
                findings[key] = (known.Diagnostic ?? diagnostic, count + 1);
            }
        }

        return
        [
            .. findings
                .Values.Where(finding => finding.Count == compilations || finding.Diagnostic.Severity == Severity.Error)
                .Select(finding => finding.Diagnostic)
                .OrderBy(diagnostic => diagnostic.Span.Start),
        ];
    }
}
