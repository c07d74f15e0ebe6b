using System.Text.Json;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Reports.Comparisons;

/// <summary>CVAT's own quality report, as the property <c>cvat</c>.</summary>
abstract class CvatQualityJson
{
    public static CvatQualityJson? For(CvatGeneration? generation) =>
        generation switch
        {
            CvatGeneration.Settings => new CvatSettingsJson(),
            CvatGeneration.Requirements => new CvatRequirementsJson(),
            _ => null,
        };

    public abstract void Write(Utf8JsonWriter json, ComparisonReport report);
}
