using LabelSpec.Quality.Agreement.Coefficients;

namespace LabelSpec.Quality.Agreement.Report;

/// <summary>α of objects when shapes count as one from an IoU on. A curve that falls early tells of careless drawing.</summary>
public sealed record CurvePoint(double Overlap, Coefficient Alpha, int Units);
