namespace LabelSpec.Quality.Agreement.Units;

/// <summary>Codes of what somebody says about a unit: a class has its index plus 1.</summary>
static class UnitAnswer
{
    /// <summary>"Looked, and drew nothing".</summary>
    public const int Nothing = 0;

    /// <summary>The code of an annotator who looked.</summary>
    public static int Of(Unit unit, int annotator) => unit.Rows[annotator] < 0 ? Nothing : unit.Classes[annotator] + 1;
}
