using System.Collections.Immutable;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Suspects;

/// <summary>What is said of some of the images, or of all.</summary>
/// <param name="Data">Both sides.</param>
/// <param name="Built">What of them takes part.</param>
/// <param name="Recalls">For each class how many objects there are, and how many of them the model finds.</param>
sealed record SuspectPart(SuspectData Data, CocoInputResult Built, ImmutableArray<(int Objects, int Found)> Recalls);
