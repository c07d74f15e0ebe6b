using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Syntax;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Parses one segment, which as a rule holds one declaration.</summary>
static class SegmentParser
{
    public static (IReadOnlyList<Declaration> Declarations, IReadOnlyList<Diagnostic> Diagnostics) Parse(
        Segment segment
    )
    {
        var lexical = LexicalReports.Of(segment);
        if (segment.Tokens.Length == 1)
            return ([], lexical);
        var state = new ParseState(segment, segment.Tokens);
        var (declarations, end) = DeclarationBlock.Parse(
            new TokenInput(state, 0, null),
            DeclarationGrammar.Declaration,
            stopAtBrace: false
        );
        return (declarations, Merge(lexical, end.Reports));
    }

    /// <summary>In the order of the text. A token that is itself a mistake says enough about why parsing failed at it.</summary>
    static IReadOnlyList<Diagnostic> Merge(IReadOnlyList<Diagnostic> lexical, ReportList? reports)
    {
        var all = new List<Diagnostic>(lexical);
        for (var report = reports; report is not null; report = report.Before)
            if (!lexical.Any(l => l.Span.Overlaps(report.Diagnostic.Span)))
                all.Add(report.Diagnostic);
        return all.Count == 0 ? [] : [.. all.OrderBy(d => d.Span.Start)];
    }
}
