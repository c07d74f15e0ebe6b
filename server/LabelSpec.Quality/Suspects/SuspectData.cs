using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Suspects;

/// <summary>The two sides that rows of a suspect refer to.</summary>
public sealed record SuspectData(Dataset Truth, Dataset Predictions);
