using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Binding.Classes;

/// <summary>Finds what annotation files could not tell apart: labels, aliases and ids of two classes, and hotkeys.</summary>
internal static class DuplicateLabels
{
    public static void Report(DeclarationTable table)
    {
        var labels = new Dictionary<string, (ClassSymbol Class, SourceSpan Span)>(StringComparer.Ordinal);
        var ids = new Dictionary<int, ClassSymbol>();
        var hotkeys = new Dictionary<string, ClassSymbol>(StringComparer.Ordinal);
        foreach (var entry in table.Classes)
        {
            if (!entry.Symbol.IsAbstract)
            {
                var span = entry.Syntax.DatasetLabel is { } label ? entry.Site.SpanOf(label) : entry.Symbol.NameSpan;
                CheckLabel(entry.Symbol.Label, span, entry, labels);
            }
        }
        foreach (var entry in table.Classes)
        {
            foreach (var alias in entry.Symbol.Aliases)
            {
                CheckLabel(alias.Name, alias.Span, entry, labels);
            }
            if (entry.Symbol.Id is { } id && !ids.TryAdd(id, entry.Symbol))
            {
                ReportMember<Grammar.Syntax.IdMember>(SemanticDiagnostics.IdUsedTwice, entry, ids[id], $"id {id}");
            }
            if (entry.Symbol.Hotkey is { } hotkey && !hotkeys.TryAdd(hotkey, entry.Symbol))
            {
                ReportMember<Grammar.Syntax.HotkeyMember>(
                    SemanticDiagnostics.HotkeyUsedTwice,
                    entry,
                    hotkeys[hotkey],
                    $"the hotkey \"{hotkey}\""
                );
            }
        }
        CheckReplaced(table, labels);
    }

    private static void CheckLabel(
        string label,
        SourceSpan span,
        ClassEntry entry,
        Dictionary<string, (ClassSymbol Class, SourceSpan Span)> labels
    )
    {
        if (labels.TryAdd(label, (entry.Symbol, span)))
        {
            return;
        }
        var (other, otherSpan) = labels[label];
        entry.Site.Bag.Report(
            SemanticDiagnostics.LabelUsedTwice,
            span,
            other == entry.Symbol
                ? $"`{other.Name}` has the label \"{label}\" already: remove one of them"
                : $"Annotations labelled \"{label}\" would belong to `{other.Name}` as well as to `{entry.Symbol.Name}`: choose another label",
            related: [new RelatedPlace(otherSpan, $"\"{label}\" means `{other.Name}` here")]
        );
    }

    private static void CheckReplaced(
        DeclarationTable table,
        Dictionary<string, (ClassSymbol Class, SourceSpan Span)> labels
    )
    {
        foreach (var entry in table.Classes)
        {
            foreach (var replaced in entry.Symbol.Replaces)
            {
                CheckLabel(replaced.Name, replaced.Span, entry, labels);
            }
        }
    }

    private static void ReportMember<TMember>(
        Grammar.Diagnostics.DiagnosticDescriptor descriptor,
        ClassEntry entry,
        ClassSymbol other,
        string what
    )
        where TMember : Grammar.Syntax.Member
    {
        var member = entry.Syntax.Members.OfType<TMember>().First();
        entry.Site.Bag.Report(
            descriptor,
            entry.Site.SpanOf(member),
            $"`{other.Name}` has {what} already: choose another one for `{entry.Symbol.Name}`",
            related: [new RelatedPlace(other.NameSpan, $"`{other.Name}` is declared here")]
        );
    }
}
