using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Diagnostics;

/// <summary>Collects diagnostics while a guideline is bound. The same one at the same place is kept once.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<SpecDiagnostic> items = [];
    private readonly HashSet<(string Code, SourceSpan Span)> seen = [];

    public int Count => items.Count;

    public int ErrorCount { get; private set; }

    public SpecDiagnostic this[int index] => items[index];

    public void Report(
        DiagnosticDescriptor descriptor,
        SourceSpan span,
        string message,
        ImmutableArray<SpecFix> fixes = default,
        ImmutableArray<RelatedPlace> related = default,
        DiagnosticTags tags = DiagnosticTags.None
    ) =>
        Add(
            new SpecDiagnostic(
                descriptor.Code,
                Severities.Of(descriptor.DefaultSeverity),
                message,
                span,
                related.IsDefault ? [] : related,
                fixes.IsDefault ? [] : fixes,
                tags
            )
        );

    public void Add(SpecDiagnostic diagnostic)
    {
        if (!seen.Add((diagnostic.Code, diagnostic.Span)))
        {
            return;
        }
        items.Add(diagnostic);
        ErrorCount += diagnostic.Severity == Severity.Error ? 1 : 0;
    }

    public bool Has(string code, SourceSpan span) => seen.Contains((code, span));

    /// <summary>Everything, ordered by file and place, so that the order of the phases does not show.</summary>
    public ImmutableArray<SpecDiagnostic> ToOrdered(ImmutableArray<SourceFile> files)
    {
        var rank = new Dictionary<SourceFile, int>(files.Length);
        for (var i = 0; i < files.Length; i++)
        {
            rank.TryAdd(files[i], i);
        }
        var ordered = items.ToArray();
        Array.Sort(
            ordered,
            (a, b) =>
            {
                var order = rank.GetValueOrDefault(a.Span.File).CompareTo(rank.GetValueOrDefault(b.Span.File));
                order = order != 0 ? order : a.Span.Start.CompareTo(b.Span.Start);
                order = order != 0 ? order : a.Span.Length.CompareTo(b.Span.Length);
                return order != 0 ? order : string.CompareOrdinal(a.Code, b.Code);
            }
        );
        return ImmutableCollectionsMarshal.AsImmutableArray(ordered);
    }
}
