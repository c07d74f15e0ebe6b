using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.NuScenes;

/// <summary>
/// The records of a scene, and those of an object, are chained by <c>prev</c> and <c>next</c>; an instance names the first and the
/// last of its chain. Who walks along them stops where a link leads nowhere.
/// </summary>
sealed class NuScenesChains
{
    readonly OrderedDictionary<(string Table, string Token), Record> records = [];
    readonly List<(SourceSpan Span, string First, string Last)> ends = [];

    /// <param name="table">The table's name.</param>
    /// <param name="token">The record's token.</param>
    /// <param name="node">The record.</param>
    /// <param name="time">When it was, in microseconds; NaN where the record does not say.</param>
    public void Note(string table, string token, JsonNode node, double time) =>
        records[(table, token)] = new(
            node["prev"u8].Exists ? node["prev"u8].Span : node.Span,
            node["next"u8].Exists ? node["next"u8].Span : node.Span,
            node["prev"u8].Text ?? "",
            node["next"u8].Text ?? "",
            time
        );

    public void NoteEnds(JsonNode instance) =>
        ends.Add(
            (
                instance.Span,
                instance["first_annotation_token"u8].Text ?? "",
                instance["last_annotation_token"u8].Text ?? ""
            )
        );

    public void Check(ProblemLog problems)
    {
        foreach (var ((table, token), record) in records)
        {
            if (Missing(table, record.Next))
                Report(problems, record.NextSpan, $"'next' names a record that {table} does not have");
            else if (record.Next.Length > 0)
                CheckPair(problems, token, record, records[(table, record.Next)]);
            if (Missing(table, record.Previous))
                Report(problems, record.PreviousSpan, $"'prev' names a record that {table} does not have");
            else if (record.Previous.Length > 0 && records[(table, record.Previous)].Next != token)
                Report(problems, record.PreviousSpan, "the record that 'prev' names has another 'next'");
        }

        foreach (var (span, first, last) in ends)
            if (records.Count > 0 && (Missing("sample_annotation", first) || Missing("sample_annotation", last)))
                Report(problems, span, "the first or last annotation of this instance is not in sample_annotation");
    }

    static void CheckPair(ProblemLog problems, string token, Record record, Record next)
    {
        if (next.Previous != token)
            Report(problems, record.NextSpan, "the record that 'next' names has another 'prev'");
        if (next.Time <= record.Time)
            Report(problems, record.NextSpan, "the record that 'next' names is not later than this one");
    }

    bool Missing(string table, string token) => token.Length > 0 && !records.ContainsKey((table, token));

    static void Report(ProblemLog problems, SourceSpan span, string what) =>
        problems.Report(JsonProblems.BrokenLink, span, $"The chain is broken: {what}.");

    readonly record struct Record(
        SourceSpan PreviousSpan,
        SourceSpan NextSpan,
        string Previous,
        string Next,
        double Time
    );
}
