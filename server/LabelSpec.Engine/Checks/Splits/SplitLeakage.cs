using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Splits;

/// <summary>The same picture is in two splits.</summary>
sealed class SplitLeakage(CheckContext context) : SharedBetweenSplits(Info, context)
{
    public static new CheckInfo Info { get; } = new("LS5030", "split_leakage", "Picture in two splits", Severity.Error);

    protected override string Noun => "picture";

    // Frames of a video may all name the video.
    protected override bool HasKey(int image) =>
        Data.Images.FileNames[image].Length > 0 && Data.Images.Sequences[image] < 0;

    protected override string? KeyOf(int image) => HasKey(image) ? Facts.Splits.PictureOf(image) : null;

    protected override string Show(int image) => Data.Images.FileNames[image];
}
