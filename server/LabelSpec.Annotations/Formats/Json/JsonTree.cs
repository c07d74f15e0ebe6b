using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>
/// One JSON value with the places of all its parts: what readers of records work on. It is filled again and again, so that
/// a file of a million records takes the memory of its largest one. Texts and numbers are decoded when somebody asks.
/// </summary>
sealed class JsonTree
{
    /// <summary>More parts than one record of any format has; what comes behind is passed over.</summary>
    const int MostNodes = 1 << 25;

    JsonTreeNode[] nodes = new JsonTreeNode[64];
    readonly Level[] levels = new Level[JsonCursor.DeepestNesting];
    int count;
    int depth;
    long origin;
    int file;
    SourceBytes bytes = SourceBytes.Empty;

    /// <summary>The value; a missing one before anything was read.</summary>
    public JsonNode Root => count == 0 ? default : new JsonNode(this, 0);

    /// <summary>Reads a value of a whole text of its own, as far as it goes, without remarks.</summary>
    public static JsonNode Of(SourceBytes bytes, SourceSpan span)
    {
        var tree = new JsonTree();
        var cursor = new JsonCursor(bytes.Slice(span.Start, span.Length), span.Start, span.File);
        tree.Read(ref cursor, bytes);
        return tree.Root;
    }

    /// <summary>
    /// Reads the value at a cursor. False on a fault of the JSON; what was read until then is there all the same.
    /// </summary>
    /// <param name="cursor">Stands at the value.</param>
    /// <param name="source">What the cursor's text is a part of.</param>
    /// <param name="key">The key of the value, with its quotes, where it is a member of an object.</param>
    public bool Read(ref JsonCursor cursor, SourceBytes source, SourceSpan? key = null)
    {
        (count, depth) = (0, 0);
        (bytes, file, origin) = (source, cursor.File, cursor.Offset - cursor.Position);
        var isWhole = ReadValue(ref cursor, key ?? SourceSpan.None);
        while (isWhole && depth > 0)
        {
            ref var level = ref levels[depth - 1];
            var isObject = nodes[level.Node].Kind == JsonKind.Object;
            if (isObject ? cursor.NextKey(ref level.IsFirst, out _) : cursor.NextElement(ref level.IsFirst))
            {
                isWhole = ReadValue(ref cursor, isObject ? cursor.KeySpan : SourceSpan.None);
                continue;
            }
            nodes[level.Node].End = cursor.Position;
            isWhole = cursor.Fault == JsonFault.None;
            depth--;
        }
        while (depth > 0)
            nodes[levels[--depth].Node].End = cursor.Position;
        return isWhole;
    }

    internal ref readonly JsonTreeNode this[int node] => ref nodes[node];

    internal ReadOnlySpan<byte> Text(int start, int end) => bytes.Slice(origin + start, end - start);

    internal SourceSpan Span(int start, int end) => new(file, origin + start, end - start);

    bool ReadValue(ref JsonCursor cursor, SourceSpan key)
    {
        var kind = cursor.Peek();
        if (kind == JsonKind.None)
            return cursor.Skip();
        var start = cursor.Position;
        var node = Add(kind, start, key);
        if (kind is JsonKind.Object or JsonKind.Array && depth < levels.Length && count < MostNodes)
        {
            levels[depth++] = new Level
            {
                Node = node,
                Last = -1,
                IsFirst = true,
            };
            return cursor.Enter(kind == JsonKind.Object ? '{' : '[');
        }
        var isWhole = cursor.Skip();
        nodes[node].End = cursor.Position;
        if (isWhole && kind is JsonKind.Object or JsonKind.Array)
            cursor.Report(
                JsonProblems.TooDeep,
                cursor.SpanFrom(start),
                $"This is nested deeper than {levels.Length} levels or part of a record of more than {MostNodes} values; it is passed over."
            );
        return isWhole;
    }

    int Add(JsonKind kind, int start, SourceSpan key)
    {
        if (count == nodes.Length)
            Array.Resize(ref nodes, 2 * count);
        var (keyStart, keyEnd) = key.IsNone ? (0, 0) : ((int)(key.Start - origin), (int)(key.End - origin));
        nodes[count] = new JsonTreeNode
        {
            Kind = kind,
            Start = start,
            End = start,
            KeyStart = keyStart,
            KeyEnd = keyEnd,
            Next = -1,
        };
        if (depth > 0)
        {
            ref var level = ref levels[depth - 1];
            nodes[level.Node].Children++;
            if (level.Last >= 0)
                nodes[level.Last].Next = count;
            level.Last = count;
        }
        return count++;
    }

    struct Level
    {
        public int Node;
        public int Last;
        public bool IsFirst;
    }
}
