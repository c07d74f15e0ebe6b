using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Classes;

/// <summary>Keypoints in the order in which annotation files store them.</summary>
public sealed class SkeletonSymbol : Symbol
{
    internal SkeletonSymbol(string name, SourceSpan nameSpan, SourceSpan span)
        : base(name, nameSpan, span) { }

    public ImmutableArray<KeypointSymbol> Points { get; internal init; } = [];

    /// <summary>Pairs of indexes into <see cref="Points"/>.</summary>
    public ImmutableArray<(int From, int To)> Edges { get; internal init; } = [];

    /// <summary>
    /// Standard deviations of object keypoint similarity, one for each point, as COCO defines them; empty where the guideline gives none.
    /// </summary>
    public ImmutableArray<double> Sigmas { get; internal init; } = [];

    /// <summary>Points that change places when the image is mirrored.</summary>
    public ImmutableArray<(int Left, int Right)> Flips { get; internal init; } = [];

    /// <summary>The index of a keypoint, or -1.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Points.Length; i++)
        {
            if (Points[i].Name == name)
            {
                return i;
            }
        }
        return -1;
    }
}
