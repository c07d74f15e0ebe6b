using System.Text.Json;

namespace LabelSpec.Reports.Sarif;

static class SarifMessage
{
    /// <summary>A message whose text is taken literally.</summary>
    public static void Write(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Escaped(text));
        json.WriteEndObject();
    }

    // In a message, {0} is a placeholder (3.11.5) and [text](1) a link (3.11.6); foreign text must be neither.
    static string Escaped(string text)
    {
        if (text.AsSpan().IndexOfAny("{}[]\\") < 0)
            return text;
        return text.Replace("{", "{{", StringComparison.Ordinal)
            .Replace("}", "}}", StringComparison.Ordinal)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal);
    }
}
