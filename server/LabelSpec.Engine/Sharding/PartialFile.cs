using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Sharding;

/// <summary>
/// Reads and writes <see cref="Partial"/>s. A million violations take 33 MB.
/// </summary>
public static class PartialFile
{
    const int ViolationLength = 4 + 1 + 4 + 4 + 4 + 8 + 8;

    static ReadOnlySpan<byte> Magic => "labelspec partial 1\n"u8;

    public static void Write(Partial partial, Stream stream) =>
        SealedBytes.Write(
            stream,
            Magic,
            writer =>
            {
                writer.Write(partial.Tool);
                writer.Write(partial.Shard.Number);
                writer.Write(partial.Shard.Count);
                writer.Write(partial.Request);
                writer.Write(partial.Shares.Length);
                foreach (var share in partial.Shares)
                    Write(share, writer);
            }
        );

    /// <param name="bytes">The content of the file.</param>
    /// <param name="partial">What it says.</param>
    /// <param name="problem">What is wrong with the file, as the end of a sentence about it.</param>
    public static bool TryRead(
        byte[] bytes,
        [NotNullWhen(true)] out Partial? partial,
        [NotNullWhen(false)] out string? problem
    ) => SealedBytes.TryRead(bytes, Magic, Read, out partial, out problem);

    static void Write(PartialShare share, BinaryWriter writer)
    {
        var log = share.Share.Log;
        writer.Write(share.Digest);
        writer.Write(share.Share.Rules.Length);
        for (var rule = 0; rule < share.Share.Rules.Length; rule++)
        {
            writer.Write(share.Share.Rules[rule]);
            writer.Write(log.SatisfiedOf(rule));
            writer.Write(log.ViolatedOf(rule));
            writer.Write(log.UndecidableOf(rule));
        }

        writer.Write(share.Share.Totals.Length);
        foreach (var total in share.Share.Totals)
            writer.Write(total);
        writer.Write(log.Violations.Count);
        foreach (var violation in log.Violations)
        {
            writer.Write(violation.Source);
            writer.Write((byte)violation.Kind);
            writer.Write(violation.Subject);
            writer.Write(violation.Other);
            writer.Write(violation.Detail);
            writer.Write(violation.Value);
            writer.Write(violation.Limit);
        }
    }

    static Partial Read(BinaryReader reader)
    {
        var tool = reader.ReadString();
        var shard = new Shard(reader.ReadInt32(), reader.ReadInt32());
        if (shard.Number < 1 || shard.Number > shard.Count)
            throw new InvalidDataException();
        var request = reader.ReadString();
        var shares = ImmutableArray.CreateBuilder<PartialShare>();
        for (var left = SealedBytes.ReadCount(reader, 1); left > 0; left--)
            shares.Add(ReadShare(reader));
        return new Partial(tool, shard, request, shares.ToImmutable());
    }

    static PartialShare ReadShare(BinaryReader reader)
    {
        var digest = reader.ReadString();
        var count = SealedBytes.ReadCount(reader, 1 + 3 * 8);
        var rules = ImmutableArray.CreateBuilder<string>(count);
        var log = new ViolationLog(count);
        for (var rule = 0; rule < count; rule++)
        {
            rules.Add(reader.ReadString());
            log.Count(rule, reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
        }

        var totals = ImmutableArray.CreateBuilder<double>();
        for (var left = SealedBytes.ReadCount(reader, sizeof(double)); left > 0; left--)
            totals.Add(reader.ReadDouble());
        for (var left = SealedBytes.ReadCount(reader, ViolationLength); left > 0; left--)
            log.Keep(ReadViolation(reader, count));
        return new PartialShare(digest, new JudgedShare(rules.ToImmutable(), totals.ToImmutable(), log));
    }

    static Violation ReadViolation(BinaryReader reader, int sources)
    {
        var violation = new Violation
        {
            Source = reader.ReadInt32(),
            Kind = (SubjectKind)reader.ReadByte(),
            Subject = reader.ReadInt32(),
            Other = reader.ReadInt32(),
            Detail = reader.ReadInt32(),
            Value = reader.ReadDouble(),
            Limit = reader.ReadDouble(),
        };
        return (uint)violation.Source < (uint)sources && Enum.IsDefined(violation.Kind)
            ? violation
            : throw new InvalidDataException();
    }
}
