using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>The beginning of a file as JSON, read when the first format asks.</summary>
sealed class JsonHead
{
    JsonNode root;
    bool isRead;

    public JsonNode Of(ReadOnlySpan<byte> head)
    {
        if (isRead)
            return root;
        isRead = true;
        if (head.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..])
            root = JsonTree.Of(SourceBytes.Of(head.ToArray()), new SourceSpan(0, 0, head.Length));
        return root;
    }
}
