using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Judging;

/// <summary>Violations told apart by whether they are to be reported.</summary>
/// <param name="Left">What is to be reported.</param>
/// <param name="Excused">What is waived, then what the baseline knows.</param>
/// <param name="Excuses">The reason for each of them.</param>
/// <param name="Waived">How many of them are waived.</param>
sealed record Sifted(Violation[] Left, Violation[] Excused, string[] Excuses, int Waived)
{
    public int Known => Excused.Length - Waived;
}
