using System.Collections.Immutable;
using System.Text;
using LabelSpec.Engine.Checks;
using LabelSpec.Reports.Json;

namespace LabelSpec.Reports.Catalogue;

/// <summary>The list of built-in checks, as a table and as JSON.</summary>
public static class CheckList
{
    public static string ToTable(ImmutableArray<CheckInfo> checks)
    {
        var nameWidth = checks.Max(check => check.Name.Length);
        var table = new StringBuilder();
        table.Append("code    ").Append("name".PadRight(nameWidth)).Append("  severity  fix  what it finds\n");
        foreach (var check in checks)
        {
            table
                .Append(check.Code.PadRight(8))
                .Append(check.Name.PadRight(nameWidth))
                .Append("  ")
                .Append(SeverityName.Of(check.Severity).PadRight(10))
                .Append(check.HasFix ? "yes  " : "     ")
                .Append(check.Title);
            if (!check.Parameters.IsEmpty)
                table.Append(" (").Append(string.Join(", ", check.Parameters.Select(TextOf))).Append(')');
            table.Append('\n');
        }

        return table.ToString();
    }

    /// <summary><c>[{"code","name","title","severity","fix","parameters":[{"name","default","unit","meaning"}]}]</c></summary>
    public static void WriteJson(ImmutableArray<CheckInfo> checks, Stream output)
    {
        using var json = JsonOutput.Open(output);
        json.WriteStartArray();
        foreach (var check in checks)
        {
            json.WriteStartObject();
            json.WriteString("code", check.Code);
            json.WriteString("name", check.Name);
            json.WriteString("title", check.Title);
            json.WriteString("severity", SeverityName.Of(check.Severity));
            json.WriteBoolean("fix", check.HasFix);
            json.WriteStartArray("parameters");
            foreach (var parameter in check.Parameters)
            {
                json.WriteStartObject();
                json.WriteString("name", parameter.Name);
                json.WriteNumber("default", parameter.Default);
                json.WriteString("unit", parameter.Unit);
                json.WriteString("meaning", parameter.Meaning);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonOutput.Close(json, output);
    }

    static string TextOf(CheckParameter parameter) => $"{parameter.Name} {parameter.DefaultText}";
}
