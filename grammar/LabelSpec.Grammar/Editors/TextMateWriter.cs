using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LabelSpec.Grammar.Editors;

/// <summary>Writes rules as a TextMate grammar in JSON.</summary>
static class TextMateWriter
{
    static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // The file is read by editors, not embedded in HTML; patterns stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(string scopeName, IReadOnlyList<TextMateRule> rules)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString(
                "$schema",
                "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json"
            );
            json.WriteString("comment", "Generated from LabelSpec.Grammar; do not edit.");
            json.WriteString("name", "LabelSpec");
            json.WriteString("scopeName", scopeName);
            json.WriteStartArray("fileTypes");
            json.WriteStringValue("labelspec");
            json.WriteEndArray();
            WritePatterns(json, rules, includesSelf: false);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    static void WritePatterns(Utf8JsonWriter json, IReadOnlyList<TextMateRule> rules, bool includesSelf)
    {
        json.WriteStartArray("patterns");
        foreach (var rule in rules)
            WriteRule(json, rule);
        if (includesSelf)
        {
            json.WriteStartObject();
            json.WriteString("include", "$self");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteRule(Utf8JsonWriter json, TextMateRule rule)
    {
        json.WriteStartObject();
        json.WriteString("name", rule.Scope);
        json.WriteString(rule.End is null ? "match" : "begin", rule.Begin);
        if (rule.End is not null)
            json.WriteString("end", rule.End);
        if (rule.Captures.Count > 0)
        {
            json.WriteStartObject("captures");
            foreach (var (group, scope) in rule.Captures)
            {
                json.WriteStartObject(group.ToString());
                json.WriteString("name", scope);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        if (rule.Inner.Count > 0 || rule.IncludesSelf)
            WritePatterns(json, rule.Inner, rule.IncludesSelf);
        json.WriteEndObject();
    }
}
