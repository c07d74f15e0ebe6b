using System.Text.Json;

namespace LabelSpec.Reports.Comparisons;

/// <summary>The report of CVAT up to 2.73: parameters, a summary, and results by frame.</summary>
sealed class CvatSettingsJson : CvatQualityJson
{
    public override void Write(Utf8JsonWriter json, ComparisonReport report)
    {
        json.WriteStartObject("cvat");
        json.WriteStartObject("parameters");
        ParameterJson.Write(json, report.Result.Parameters);
        json.WriteEndObject();
        CvatSummaryJson.Write(json, report.Result);
        CvatFramesJson.Write(json, report.Result);
        json.WriteEndObject();
    }
}
