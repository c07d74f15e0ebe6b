using System.Text.Json;
using LabelSpec.Engine;
using LabelSpec.Grammar;
using LabelSpec.Reports.Help;
using LabelSpec.Reports.Json;

namespace LabelSpec.Reports.Sarif;

/// <summary>The rules that the run judged, with the index by which results refer to them.</summary>
sealed class SarifRules
{
    readonly List<(string Id, Severity Severity)> _rules = [];
    readonly Dictionary<string, int> _indices = [];

    SarifRules() { }

    public static SarifRules Of(AnalysisResult result)
    {
        var rules = new SarifRules();
        foreach (var rule in result.Rules)
            rules.Add(rule.Rule, rule.Severity);
        foreach (var finding in result.GuidelineFindings)
            rules.Add(finding.Rule, finding.Severity);
        for (var index = 0; index < result.Findings.Count; index++)
            rules.Add(result.Findings.RuleAt(index), result.Findings.SeverityAt(index));
        for (var index = 0; index < result.Excused.Count; index++)
            rules.Add(result.Excused.RuleAt(index), result.Excused.SeverityAt(index));
        return rules;
    }

    public int IndexOf(string rule) => _indices[rule];

    public void Write(Utf8JsonWriter json, IRuleHelp help)
    {
        json.WriteStartArray("rules");
        foreach (var (id, severity) in _rules)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            if (help.Find(id) is { } page)
                WriteHelp(json, page);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", SarifLevel.Of(severity));
            json.WriteBoolean("enabled", severity != Severity.Off);
            json.WriteEndObject();
            json.WriteEndObject();
            JsonOutput.FlushWhenFull(json);
        }

        json.WriteEndArray();
    }

    static void WriteHelp(Utf8JsonWriter json, RuleHelp page)
    {
        SarifMessage.Write(json, "shortDescription", page.Title);
        json.WriteStartObject("help");
        json.WriteString("text", page.Markdown);
        json.WriteString("markdown", page.Markdown);
        json.WriteEndObject();
        if (page.Address is { } address)
            json.WriteString("helpUri", address.AbsoluteUri);
    }

    void Add(string rule, Severity severity)
    {
        if (_indices.TryAdd(rule, _rules.Count))
            _rules.Add((rule, severity));
    }
}
