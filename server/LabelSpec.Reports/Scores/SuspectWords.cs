using LabelSpec.Quality.Suspects;

namespace LabelSpec.Reports.Scores;

/// <summary>Kinds of suspects as reports spell them.</summary>
static class SuspectWords
{
    public static string Of(SuspectKind kind) =>
        kind switch
        {
            SuspectKind.Missing => "missing",
            SuspectKind.Spurious => "spurious",
            SuspectKind.BadlyPlaced => "badly_placed",
            SuspectKind.Swapped => "swapped",
            _ => "duplicate",
        };
}
