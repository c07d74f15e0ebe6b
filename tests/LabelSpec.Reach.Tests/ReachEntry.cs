namespace LabelSpec.Reach.Tests;

/// <summary>One sentence of a published guideline, and how the language says it.</summary>
/// <param name="Number">Its number, 1 to 140.</param>
/// <param name="Sentence">The sentence, in our words.</param>
/// <param name="Sources">Who says so.</param>
/// <param name="Level">How far annotation files alone can decide it.</param>
/// <param name="Spec">A guideline that says it, with its tests.</param>
/// <param name="File">The file that the entry stands in.</param>
/// <param name="Line">The first line of the guideline in that file, from 1.</param>
public sealed record ReachEntry(
    int Number,
    string Sentence,
    string Sources,
    string Level,
    string Spec,
    string File,
    int Line
);
