using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Caching;

/// <summary>The result of an analysis with all that it depends on, as bytes.</summary>
sealed class CachedAnalysis
{
    static ReadOnlySpan<byte> Magic => "labelspec result 1\n"u8;

    /// <summary>What lay in the given folders and patterns; a new file there is not in <see cref="Stamps"/>.</summary>
    public required ImmutableArray<string> Found { get; init; }

    public required ImmutableArray<FileStamp> Stamps { get; init; }

    public required ImmutableArray<AnalysedInput> Inputs { get; init; }

    public required ImmutableArray<RuleTally> Rules { get; init; }

    public required AnalysisSummary Summary { get; init; }

    public required string[] RuleOf { get; init; }

    public required Severity[] SeverityOf { get; init; }

    public required string[] FileOf { get; init; }

    public required Dictionary<int, Finding> Known { get; init; }

    public static void Write(
        Stream stream,
        IReadOnlyCollection<string> found,
        IReadOnlyCollection<FileStamp> stamps,
        AnalysisResult result,
        RecordedFindings findings
    ) =>
        SealedBytes.Write(
            stream,
            Magic,
            writer =>
            {
                WriteMany(writer, found, writer.Write);
                WriteMany(writer, stamps, stamp => Write(stamp, writer));
                WriteMany(writer, result.Inputs, input => Write(input, writer));
                WriteMany(writer, result.Rules, tally => Write(tally, writer));
                Write(result.Summary, writer);
                WriteColumns(findings, writer);
                WriteMany(
                    writer,
                    findings.Asked,
                    asked =>
                    {
                        writer.Write(asked.Key);
                        FindingRecord.Write(asked.Value, writer);
                    }
                );
            }
        );

    public static bool TryRead(byte[] bytes, [NotNullWhen(true)] out CachedAnalysis? cached) =>
        SealedBytes.TryRead(bytes, Magic, Read, out cached, out _);

    static CachedAnalysis Read(BinaryReader reader)
    {
        var found = FindingRecord.ReadMany(reader, r => r.ReadString());
        var stamps = FindingRecord.ReadMany(
            reader,
            r => new FileStamp(r.ReadString(), r.ReadInt64(), r.ReadInt64(), r.ReadString())
        );
        var inputs = FindingRecord.ReadMany(reader, ReadInput);
        var rules = FindingRecord.ReadMany(
            reader,
            r => new RuleTally(r.ReadString(), (Severity)r.ReadByte(), r.ReadInt64(), r.ReadInt64(), r.ReadInt64())
        );
        var summary = ReadSummary(reader);
        var names = FindingRecord.ReadMany(reader, r => r.ReadString());
        var count = SealedBytes.ReadCount(reader, 9);
        var (ruleOf, severityOf, fileOf) = (new string[count], new Severity[count], new string[count]);
        for (var i = 0; i < count; i++)
        {
            ruleOf[i] = NameAt(names, reader.ReadInt32());
            severityOf[i] = (Severity)reader.ReadByte();
            fileOf[i] = NameAt(names, reader.ReadInt32());
        }

        var known = new Dictionary<int, Finding>();
        for (var left = SealedBytes.ReadCount(reader, 1); left > 0; left--)
            known[reader.ReadInt32()] = FindingRecord.Read(reader);
        return new CachedAnalysis
        {
            Found = found,
            Stamps = stamps,
            Inputs = inputs,
            Rules = rules,
            Summary = summary,
            RuleOf = ruleOf,
            SeverityOf = severityOf,
            FileOf = fileOf,
            Known = known,
        };
    }

    static string NameAt(ImmutableArray<string> names, int index) =>
        (uint)index < (uint)names.Length ? names[index] : throw new InvalidDataException();

    // Rules and files repeat, so each is written once.
    static void WriteColumns(FindingList findings, BinaryWriter writer)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new List<string>();
        int NumberOf(string name)
        {
            if (numbers.TryGetValue(name, out var number))
                return number;
            names.Add(name);
            return numbers[name] = names.Count - 1;
        }

        var columns = new (int Rule, Severity Severity, int File)[findings.Count];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = (NumberOf(findings.RuleAt(i)), findings.SeverityAt(i), NumberOf(findings.FileAt(i)));
        WriteMany(writer, names, writer.Write);
        WriteMany(
            writer,
            columns,
            row =>
            {
                writer.Write(row.Rule);
                writer.Write((byte)row.Severity);
                writer.Write(row.File);
            }
        );
    }

    static void WriteMany<T>(BinaryWriter writer, IReadOnlyCollection<T> items, Action<T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items)
            write(item);
    }

    static void Write(FileStamp stamp, BinaryWriter writer)
    {
        writer.Write(stamp.Path);
        writer.Write(stamp.Length);
        writer.Write(stamp.Changed);
        writer.Write(stamp.Sha256);
    }

    static void Write(AnalysedInput input, BinaryWriter writer)
    {
        writer.Write(input.Path);
        FindingRecord.WriteOptional(input.Format, writer);
        FindingRecord.WriteOptional(input.Sha256, writer);
        writer.Write(input.Images);
        writer.Write(input.Annotations);
        FindingRecord.WriteOptional(input.Problem, writer);
    }

    static AnalysedInput ReadInput(BinaryReader reader) =>
        new(
            reader.ReadString(),
            FindingRecord.ReadOptional(reader),
            FindingRecord.ReadOptional(reader),
            reader.ReadInt64(),
            reader.ReadInt64(),
            FindingRecord.ReadOptional(reader)
        );

    static void Write(RuleTally tally, BinaryWriter writer)
    {
        writer.Write(tally.Rule);
        writer.Write((byte)tally.Severity);
        writer.Write(tally.Satisfied);
        writer.Write(tally.Violated);
        writer.Write(tally.Undecidable);
    }

    static void Write(AnalysisSummary summary, BinaryWriter writer)
    {
        foreach (
            var count in new[]
            {
                summary.Images,
                summary.Annotations,
                summary.Errors,
                summary.Warnings,
                summary.Infos,
                summary.Hints,
                summary.Known,
                summary.Waived,
            }
        )
            writer.Write(count);
    }

    static AnalysisSummary ReadSummary(BinaryReader reader) =>
        new()
        {
            Images = reader.ReadInt64(),
            Annotations = reader.ReadInt64(),
            Errors = reader.ReadInt64(),
            Warnings = reader.ReadInt64(),
            Infos = reader.ReadInt64(),
            Hints = reader.ReadInt64(),
            Known = reader.ReadInt64(),
            Waived = reader.ReadInt64(),
        };
}
