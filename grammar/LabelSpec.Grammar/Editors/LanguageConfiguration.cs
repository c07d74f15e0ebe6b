using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LabelSpec.Grammar.Editors;

/// <summary>
/// How editors handle comments, brackets, words and indentation of guidelines; checked in as
/// <c>grammar/textmate/language-configuration.json</c>.
/// </summary>
public static class LanguageConfiguration
{
    static readonly (string Open, string Close)[] Brackets = [("{", "}"), ("(", ")")];

    static readonly (string Open, string Close)[] Quotes = [("\"", "\""), ("`", "`")];

    static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            WriteComments(json);
            WritePairs(json, "brackets", Brackets);
            WriteAutoClosing(json);
            WritePairs(json, "surroundingPairs", [.. Brackets, .. Quotes]);
            json.WriteString("wordPattern", $"{TextMatePatterns.Name}|\\d+(?:\\.\\d+)?[\\p{{L}}\\d%]*");
            WriteIndentation(json);
            WriteEnter(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    static void WriteComments(Utf8JsonWriter json)
    {
        json.WriteStartObject("comments");
        json.WriteString("lineComment", "//");
        WritePair(json, "blockComment", ("/*", "*/"));
        json.WriteEndObject();
    }

    static void WriteAutoClosing(Utf8JsonWriter json)
    {
        json.WriteStartArray("autoClosingPairs");
        foreach (var (open, close) in Brackets.Concat(Quotes).Append(("/*", " */")))
        {
            json.WriteStartObject();
            json.WriteString("open", open);
            json.WriteString("close", close);
            json.WriteStartArray("notIn");
            json.WriteStringValue("string");
            json.WriteStringValue("comment");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteIndentation(Utf8JsonWriter json)
    {
        json.WriteStartObject("indentationRules");
        json.WriteString("increaseIndentPattern", @"^(?:[^""/}]|""[^""]*""|/(?!/))*\{[^}""]*$");
        json.WriteString("decreaseIndentPattern", @"^\s*\}");
        json.WriteEndObject();
    }

    /// <summary>A documentation comment goes on in the next line.</summary>
    static void WriteEnter(Utf8JsonWriter json)
    {
        json.WriteStartArray("onEnterRules");
        json.WriteStartObject();
        json.WriteString("beforeText", @"^\s*///(?!/)");
        json.WriteStartObject("action");
        json.WriteString("indent", "none");
        json.WriteString("appendText", "/// ");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    static void WritePairs(Utf8JsonWriter json, string name, IReadOnlyList<(string Open, string Close)> pairs)
    {
        json.WriteStartArray(name);
        foreach (var pair in pairs)
            WritePair(json, null, pair);
        json.WriteEndArray();
    }

    static void WritePair(Utf8JsonWriter json, string? name, (string Open, string Close) pair)
    {
        if (name is null)
            json.WriteStartArray();
        else
            json.WriteStartArray(name);
        json.WriteStringValue(pair.Open);
        json.WriteStringValue(pair.Close);
        json.WriteEndArray();
    }
}
