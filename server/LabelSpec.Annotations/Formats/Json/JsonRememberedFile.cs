using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Reading;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>
/// Reads a text that is being edited, of a format whose records know nothing of one another, by means of
/// <see cref="RememberedStretches{T}"/>. What a record says does not depend on how the records are cut, so the result is that of reading
/// the whole text, problems included.
/// </summary>
sealed class JsonRememberedFile : JsonFile
{
    readonly FormatFile whole;
    readonly Func<FormatFile, IJsonRecords> readerOf;
    readonly RememberedStretches<JsonStretch> stretches;
    readonly List<IJsonRecords> readers = [];
    readonly List<(DatasetPart Part, long Moved)> parts = [];
    long searched;

    JsonRememberedFile(
        FormatFile file,
        RememberedStretches<JsonStretch> stretches,
        IJsonRecords records,
        Func<FormatFile, IJsonRecords> readerOf
    )
        : base(file, records)
    {
        (whole, this.readerOf, this.stretches) = (file, readerOf, stretches);
        readers.Add(records);
        parts.Add((file.Part, 0));
    }

    /// <summary>Appends everything that the text holds; false, with nothing done, where it has to be read as a whole.</summary>
    /// <param name="file">The file, with what was found before its JSON in its part.</param>
    /// <param name="stretches">What is known of the text, and is to be.</param>
    /// <param name="readerOf">Makes a reader that fills the part of a file.</param>
    /// <param name="walk">Reads all of the file.</param>
    /// <param name="builder">Receives everything.</param>
    public static bool TryRead(
        FormatFile file,
        RememberedStretches<JsonStretch> stretches,
        Func<FormatFile, IJsonRecords> readerOf,
        Action<JsonFile> walk,
        DatasetBuilder builder
    )
    {
        var reading = new JsonRememberedFile(file, stretches, readerOf(file), readerOf);
        walk(reading);
        // How much is searched to get over broken elements is limited for each array. Far below that limit, the cut does not matter.
        if (
            reading.searched > JsonRecovery.Budget - JsonRecovery.LongestRepair
            || reading.readers.Exists(reader => reader.KnowsOthers)
        )
            return false;
        foreach (var (part, moved) in reading.parts)
            builder.AppendCopy(part, moved);
        stretches.Remember();
        return true;
    }

    protected override bool ReadEach(ref JsonCursor cursor, scoped ReadOnlySpan<byte> key)
    {
        var isArray = cursor.Peek() == JsonKind.Array;
        var isFirst = true;
        cursor.Enter(isArray ? '[' : '{');
        // To where the first stretch begins.
        if (!(isArray ? cursor.NextElement(ref isFirst) : cursor.NextMember(ref isFirst)))
            return cursor.Fault == JsonFault.None;
        var name = key.ToArray();
        return ReadStretches(
            ref cursor,
            Encoding.UTF8.GetString(key),
            isArray ? JsonKind.Array : JsonKind.Object,
            (ref at, limit, out spent) => ReadElements(ref at, name, isArray, limit, out spent)
        );
    }

    /// <summary>A broken line costs nothing but itself, so that all of them are known afterwards.</summary>
    public override void ReadLines()
    {
        for (long at = 0, end; at < whole.Bytes.Length; at = end)
            if (stretches.Take(at, stretch => stretch is { Key: "", Within: JsonKind.None }) is { } known)
            {
                parts.Add((known.Content.Part, known.Moved));
                end = known.End;
            }
            else
            {
                GoOnInNewPart(at);
                end = ReadLines(at, stretches.LimitFrom(at));
                stretches.Add(at, end, new JsonStretch("", JsonKind.None, parts[^1].Part, EndsAll: false));
            }
    }

    protected override void ReadSequence(ref JsonCursor cursor)
    {
        cursor.SkipSpace();
        if (!cursor.IsAtEnd)
            ReadStretches(
                ref cursor,
                "",
                JsonKind.None,
                (ref at, limit, out spent) =>
                {
                    spent = -1;
                    return ReadSequence(ref at, limit);
                }
            );
    }

    /// <summary>Reads from where the cursor stands to the end of all that is read like this; false where a fault ends the reading.</summary>
    bool ReadStretches(ref JsonCursor cursor, string key, JsonKind within, StretchReader read)
    {
        var at = cursor.Offset;
        while (true)
        {
            bool endsAll;
            // Each stretch begins at the element that the one before ended at.
            if (stretches.Take(at, stretch => stretch.Key == key && stretch.Within == within) is { } known)
            {
                parts.Add((known.Content.Part, known.Moved));
                (at, endsAll) = (known.End, known.Content.EndsAll);
            }
            else
            {
                cursor = GoOnInNewPart(at);
                var stop = read(ref cursor, stretches.LimitFrom(at), out var spent);
                searched += Math.Max(0, spent);
                if (stop == JsonStop.Fault)
                    return false;
                endsAll = stop == JsonStop.End;
                if (spent < 0)
                    stretches.Add(at, cursor.Offset, new JsonStretch(key, within, parts[^1].Part, endsAll));
                at = cursor.Offset;
            }

            if (!endsAll)
                continue;
            cursor = GoOnInNewPart(at);
            return true;
        }
    }

    JsonCursor GoOnInNewPart(long offset)
    {
        var part = new DatasetPart();
        parts.Add((part, 0));
        readers.Add(readerOf(whole with { Part = part }));
        return GoOnIn(part, readers[^1], offset);
    }

    /// <summary>Reads elements up to a limit; tells what it searched to get over broken ones, −1 for nothing.</summary>
    delegate JsonStop StretchReader(ref JsonCursor cursor, long limit, out int searched);
}
