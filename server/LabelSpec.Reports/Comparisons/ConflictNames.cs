using System.Text.Json;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Reports.Comparisons;

/// <summary>What reports call the types of conflicts; CVAT's words for its eight.</summary>
static class ConflictNames
{
    public static string Of(ConflictType type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString());
}
