using System.Text;
using System.Text.Json;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Reading;

namespace LabelSpec.Annotations.Tests.Formats;

/// <summary>
/// Each value of each fixture is replaced by what no value should be: reading comes to an end, all annotations but the one that the value
/// is of are read as before, and what is reported stands in the record that the value is of. A bad coordinate is pointed at itself.
/// </summary>
public class HostileValueTests
{
    static readonly string[] InJson =
    [
        "NaN",
        "-Infinity",
        "1e400",
        "-7",
        "0.5",
        "123456789012345678901234567890",
        "null",
        "true",
        "\"\"",
        "\"x\"",
        "[]",
        "{}",
    ];

    static readonly string[] InRows =
    [
        "NaN",
        "-inf",
        "1e400",
        "-7",
        "0.5",
        "123456789012345678901234567890",
        "null",
        "x",
    ];

    public static TheoryData<string> Ids => [.. FormatFixtures.Ids.Where(id => FilesOf(id).Length > 0)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_bad_value_costs_the_annotation_that_it_is_of_at_most(string id)
    {
        var files = FilesOf(id);
        var before = Read(id, files, -1, []);
        var complaints = new List<string>();
        for (var file = 0; file < files.Length; file++)
        {
            var bytes = files[file].Bytes;
            foreach (var value in ValuesOf(files[file].Path, bytes))
            foreach (var bad in IsJson(bytes) ? InJson : InRows)
            {
                byte[] changed =
                [
                    .. bytes.AsSpan(0, value.Start),
                    .. Encoding.UTF8.GetBytes(bad),
                    .. bytes.AsSpan(value.End),
                ];
                var after = Read(id, files, file, changed);
                if (Complaint(before, after, files[file].Path, value, changed.Length - bytes.Length) is { } complaint)
                    complaints.Add(
                        $"{Path.GetFileName(files[file].Path)} {value.Start}: {Encoding.UTF8.GetString(bytes.AsSpan(value.Start..value.End))} -> {bad}: {complaint}"
                    );
            }
        }

        Assert.True(complaints.Count == 0, $"{complaints.Count}\n{string.Join('\n', complaints.Take(25))}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_bad_coordinate_is_pointed_at(string id)
    {
        var files = FilesOf(id);
        var before = Read(id, files, -1, []);
        var complaints = new List<string>();
        for (var row = 0; row < before.Annotations.Count; row++)
        {
            var file = Array.FindIndex(files, one => one.Path == before.Files[before.Annotations.FileOf(row)].Path);
            foreach (var (start, length) in file < 0 ? [] : CoordinatesOf(before, row, files[file]))
            foreach (
                var bad in IsJson(files[file].Bytes)
                    ? (string[])["NaN", "1e400", "null", "\"x\"", "true"]
                    : ["NaN", "1e400", "x"]
            )
            {
                var bytes = files[file].Bytes;
                byte[] changed =
                [
                    .. bytes.AsSpan(0, start),
                    .. Encoding.UTF8.GetBytes(bad),
                    .. bytes.AsSpan(start + length),
                ];
                var after = Read(id, files, file, changed);
                if (!IsPointedAt(after, row, start, bad.Length))
                    complaints.Add(
                        $"{Path.GetFileName(files[file].Path)} {start}: {Encoding.UTF8.GetString(bytes.AsSpan(start, length))} -> {bad}"
                    );
            }
        }

        Assert.True(complaints.Count == 0, $"{complaints.Count}\n{string.Join('\n', complaints.Take(25))}");
    }

    // By what the reader says, or by what LS3201 will.
    static bool IsPointedAt(Dataset dataset, int row, int start, int length)
    {
        if (dataset.Problems.Any(problem => problem.Span.Start == start && problem.Span.Length == length))
            return true;
        var polygon = new PolygonBuffer();
        var isFinite =
            dataset.Annotations.Boxes[row].IsFinite
            && (!dataset.ReadPolygon(row, polygon) || polygon.Coordinates.ToArray().All(double.IsFinite));
        var found = dataset.Locate(Element.Annotation(row), Field.NotFinite);
        return !isFinite && found.Start == start && found.Length == length;
    }

    /// <summary>The numbers of a box, and the first vertex of a polygon.</summary>
    static IEnumerable<(int Start, int Length)> CoordinatesOf(
        Dataset dataset,
        int row,
        (string Path, byte[] Bytes) file
    )
    {
        var whole = dataset.Annotations.SpanOf(row);
        var hasBox = dataset.Annotations.Flags[row].HasFlag(AnnotationFlags.HasStoredBox);
        for (var part = 0; hasBox && part < 4; part++)
            if (
                dataset.Locate(Element.Annotation(row), Field.BoxPart(part)) is { IsNone: false, Length: > 0 } at
                && at != whole
            )
                yield return ((int)at.Start, (int)at.Length);
        if (!dataset.Annotations.Flags[row].HasFlag(AnnotationFlags.HasPolygon))
            yield break;
        var shape = dataset.Locate(Element.Annotation(row), Field.Segmentation);
        if (shape == whole)
            yield break;
        foreach (
            var value in ValuesOf(file.Path, file.Bytes)
                .Where(value => value.Start >= shape.Start && value.End <= shape.End)
                .Where(value =>
                    double.TryParse(Encoding.UTF8.GetString(file.Bytes.AsSpan(value.Start..value.End)), out _)
                )
                .Take(2)
        )
            yield return (value.Start, value.End - value.Start);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_number_of_a_million_digits_is_survived(string id)
    {
        var files = FilesOf(id);
        var digits = Encoding.UTF8.GetBytes(new string('9', 1_000_000));
        for (var file = 0; file < files.Length; file++)
        {
            var bytes = files[file].Bytes;
            var values = ValuesOf(files[file].Path, bytes);
            foreach (var value in values.Where((_, i) => i % Math.Max(1, values.Count / 6) == 0))
                Read(id, files, file, [.. bytes.AsSpan(0, value.Start), .. digits, .. bytes.AsSpan(value.End)]);
        }
    }

    static string? Complaint(Dataset before, Dataset after, string path, Value value, int growth)
    {
        var own = RowsAround(before, path, value);
        if (after.Annotations.Count < before.Annotations.Count - own)
            return $"{before.Annotations.Count - own} annotations expected, {after.Annotations.Count} found";
        var known = before.Problems.Select(problem => (problem.Code, problem.Message)).ToHashSet();
        foreach (var problem in after.Problems)
        {
            // A link between records has two ends.
            if (
                problem.Code == "LS2122"
                || known.Contains((problem.Code, problem.Message))
                || after.Files[problem.Span.File].Path != path
            )
                continue;
            if (problem.Span.Start > value.RecordEnd + growth || problem.Span.End < value.RecordStart)
                return $"{problem.Code} at {problem.Span.Start} beside the record {value.RecordStart}-{value.RecordEnd + growth}: {problem.Message}";
        }

        return null;
    }

    static int RowsAround(Dataset dataset, string path, Value value)
    {
        var count = 0;
        for (var row = 0; row < dataset.Annotations.Count; row++)
        {
            var span = dataset.Annotations.SpanOf(row);
            if (dataset.Files[span.File].Path == path && span.Start <= value.Start && span.End >= value.End)
                count++;
        }

        return count;
    }

    static Dataset Read(string id, (string Path, byte[] Bytes)[] files, int changed, byte[] bytes) =>
        DatasetReader.Read(
            files.Select((file, index) => new ReadInput(file.Path, index == changed ? bytes : file.Bytes)),
            new ReadOptions { Format = FormatFixtures.Format(id), Threads = 1 }
        );

    static (string Path, byte[] Bytes)[] FilesOf(string id) =>
        [
            .. FormatFixtures
                .AnnotationFilesOf(id)
                .Select(path => (path, File.ReadAllBytes(path)))
                .Where(file =>
                    Path.GetExtension(file.path)
                        is ".json"
                            or ".ndjson"
                            or ".jsonl"
                            or ".odgt"
                            or ".geojson"
                            or ".txt"
                            or ".csv"
                ),
        ];

    static bool IsJson(byte[] bytes) => bytes.AsSpan().TrimStart(" \r\n\t\uFEFF"u8) is [(byte)'{' or (byte)'[', ..];

    static List<Value> ValuesOf(string path, byte[] bytes) =>
        !IsJson(bytes) ? [.. Columns(path, bytes)]
        : Path.GetExtension(path) is ".ndjson" or ".jsonl" or ".odgt"
            ? [.. Lines(bytes).SelectMany(line => JsonValues(bytes, line.Start, line.End))]
        : JsonValues(bytes, 0, bytes.Length);

    static IEnumerable<(int Start, int End)> Lines(byte[] bytes)
    {
        for (var start = 0; start < bytes.Length; )
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            var end = length < 0 ? bytes.Length : start + length;
            yield return (start, end);
            start = end + 1;
        }
    }

    // The header of a table decides over all of it, and the rows of WIDER FACE belong to the lines before them.
    static IEnumerable<Value> Columns(string path, byte[] bytes)
    {
        var isBlock = path.Contains("wider", StringComparison.Ordinal);
        foreach (var (start, end) in Lines(bytes).Skip(Path.GetExtension(path) == ".csv" ? 1 : 0))
        {
            var at = start;
            while (at < end)
            {
                var length = bytes.AsSpan(at..end).IndexOfAny(" ,;\t\r"u8);
                length = length < 0 ? end - at : length;
                if (length > 0)
                    yield return isBlock ? new(at, at + length, 0, bytes.Length) : new(at, at + length, start, end);
                at += length + 1;
            }
        }
    }

    /// <summary>The scalars, each with the nearest object or line around it that is not one of their lists.</summary>
    static List<Value> JsonValues(byte[] bytes, int start, int end)
    {
        var values = new List<Value>();
        var open = new Stack<int>();
        var pending = new List<(int Start, int End, int Record)>();
        var ends = new Dictionary<int, int>();
        var reader = new Utf8JsonReader(
            bytes.AsSpan(start..end),
            new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
        );
        while (reader.Read())
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(start + (int)reader.TokenStartIndex);
                    break;
                case JsonTokenType.EndObject:
                    ends[open.Pop()] = start + (int)reader.BytesConsumed;
                    break;
                case JsonTokenType.String
                or JsonTokenType.Number
                or JsonTokenType.True
                or JsonTokenType.False
                or JsonTokenType.Null:
                    // An object in an object is mostly a part of it.
                    var record =
                        open.Count > 1 ? open.Skip(1).First()
                        : open.Count > 0 ? open.Peek()
                        : start;
                    pending.Add((start + (int)reader.TokenStartIndex, start + (int)reader.BytesConsumed, record));
                    break;
            }
        foreach (var (from, to, record) in pending)
            values.Add(new(from, to, record, ends.GetValueOrDefault(record, end)));
        return values;
    }

    sealed record Value(int Start, int End, int RecordStart, int RecordEnd);
}
