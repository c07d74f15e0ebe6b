using LabelSpec.Quality.Agreement.Coefficients;

namespace LabelSpec.Quality.Agreement.Report;

/// <summary>A class, and how well people agree on it.</summary>
/// <param name="Name">Name of the class.</param>
/// <param name="Units">Objects that anybody gave it.</param>
/// <param name="Unanimous">Objects that all who looked gave it.</param>
/// <param name="Alpha">
/// α with all other answers taken as one ("this class or not"; K. Krippendorff, Content Analysis, 2004, 11.4).
/// </param>
public sealed record ClassAgreement(string Name, int Units, int Unanimous, Coefficient Alpha);
