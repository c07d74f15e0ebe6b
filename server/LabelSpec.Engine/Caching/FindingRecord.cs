using System.Collections.Immutable;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Caching;

/// <summary>A finding as bytes.</summary>
static class FindingRecord
{
    public static void Write(Finding finding, BinaryWriter writer)
    {
        writer.Write(finding.Rule);
        writer.Write((byte)finding.Severity);
        writer.Write(finding.Message);
        Write(finding.Location, writer);
        WriteOptional(finding.Image, writer);
        WriteOptional(finding.Annotation, writer);
        writer.Write(finding.Fingerprint);
        writer.Write(finding.HelpTopic);
        writer.Write(finding.Related.Length);
        foreach (var place in finding.Related)
        {
            WriteOptional(place.Annotation, writer);
            Write(place.Location, writer);
            writer.Write(place.Message);
        }

        writer.Write(finding.Values.Length);
        foreach (var value in finding.Values)
            Write(value, writer);
        writer.Write(finding.Fixes.Length);
        foreach (var fix in finding.Fixes)
            Write(fix, writer);
    }

    public static Finding Read(BinaryReader reader)
    {
        var finding = new Finding
        {
            Rule = reader.ReadString(),
            Severity = (Severity)reader.ReadByte(),
            Message = reader.ReadString(),
            Location = ReadLocation(reader),
            Image = ReadOptional(reader),
            Annotation = ReadOptional(reader),
            Fingerprint = reader.ReadString(),
            HelpTopic = reader.ReadString(),
        };
        return finding with
        {
            Related = ReadMany(reader, r => new RelatedPlace(ReadOptional(r), ReadLocation(r), r.ReadString())),
            Values = ReadMany(reader, ReadValue),
            Fixes = ReadMany(reader, ReadFix),
        };
    }

    public static ImmutableArray<T> ReadMany<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        for (var left = SealedBytes.ReadCount(reader, 1); left > 0; left--)
            items.Add(read(reader));
        return items.ToImmutable();
    }

    public static void WriteOptional(string? text, BinaryWriter writer)
    {
        writer.Write(text is not null);
        if (text is not null)
            writer.Write(text);
    }

    public static string? ReadOptional(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    static void Write(Location location, BinaryWriter writer)
    {
        writer.Write(location.File);
        writer.Write(location.Start);
        writer.Write(location.End);
        writer.Write(location.Line);
        writer.Write(location.Column);
        writer.Write(location.EndLine);
        writer.Write(location.EndColumn);
    }

    static Location ReadLocation(BinaryReader reader) =>
        new(
            reader.ReadString(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadInt64()
        );

    static void Write(DecidingValue value, BinaryWriter writer)
    {
        writer.Write(value.Name);
        WriteOptional(value.Text, writer);
        writer.Write(value.Flag is { } flag ? (flag ? 1.0 : 0.0) : value.Number ?? 0);
        writer.Write(value.Flag is not null);
    }

    static DecidingValue ReadValue(BinaryReader reader)
    {
        var name = reader.ReadString();
        var text = ReadOptional(reader);
        var number = reader.ReadDouble();
        var isFlag = reader.ReadBoolean();
        return text is not null ? new(name, text)
            : isFlag ? new(name, number != 0)
            : new(name, number);
    }

    static void Write(Fix fix, BinaryWriter writer)
    {
        writer.Write(fix.Title);
        writer.Write(fix.IsSafe);
        writer.Write(fix.Edits.Length);
        foreach (var edit in fix.Edits)
        {
            writer.Write(edit.File);
            writer.Write(edit.Start);
            writer.Write(edit.End);
            writer.Write(edit.Text);
        }
    }

    static Fix ReadFix(BinaryReader reader)
    {
        var title = reader.ReadString();
        var isSafe = reader.ReadBoolean();
        var edits = ReadMany(reader, r => new FileEdit(r.ReadString(), r.ReadInt64(), r.ReadInt64(), r.ReadString()));
        return new Fix(title, edits) { IsSafe = isSafe };
    }
}
