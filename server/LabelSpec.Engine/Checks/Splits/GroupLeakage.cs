using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Splits;

/// <summary>A scene, patient or recording, as the project file groups images by their names, is in two splits.</summary>
sealed class GroupLeakage(CheckContext context) : SharedBetweenSplits(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5031", "group_leakage", "Group of images in two splits", Severity.Error);

    protected override string Noun => "group";

    protected override string? KeyOf(int image) => Facts.Splits.GroupOf(image);

    protected override string Show(int image) => Facts.Splits.GroupOf(image) ?? "";
}
