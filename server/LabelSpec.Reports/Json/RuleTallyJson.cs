using System.Collections.Immutable;
using System.Text.Json;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Reports.Json;

/// <summary>How often each rule was kept, broken and left undecided.</summary>
static class RuleTallyJson
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<RuleTally> rules)
    {
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Rule);
            json.WriteString("severity", SeverityName.Of(rule.Severity));
            json.WriteNumber("satisfied", rule.Satisfied);
            json.WriteNumber("violated", rule.Violated);
            json.WriteNumber("undecidable", rule.Undecidable);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
