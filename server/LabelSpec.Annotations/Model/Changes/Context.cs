namespace LabelSpec.Annotations.Model.Changes;

/// <summary>What every row of a data set depends on.</summary>
static class Context
{
    public static bool IsSame(Dataset before, Dataset after, EditedFile edited, IdComparison ids) =>
        before.Categories.Names.SequenceEqual(after.Categories.Names)
        && AreSame(before.Categories, after.Categories, edited, ids)
        && before.Conventions.SequenceEqual(after.Conventions)
        && AreSame(before.Tracks, after.Tracks, edited, ids)
        && before.Annotations.AnnotatorNames.SequenceEqual(after.Annotations.AnnotatorNames)
        && before.Images.SequenceNames.SequenceEqual(after.Images.SequenceNames)
        && before.Images.SplitNames.SequenceEqual(after.Images.SplitNames);

    static bool AreSame(CategoryTable before, CategoryTable after, EditedFile edited, IdComparison ids)
    {
        if (before.Declarations.Length != after.Declarations.Length)
            return false;
        for (var i = 0; i < before.Declarations.Length; i++)
        {
            var (old, now) = (before.Declarations[i], after.Declarations[i]);
            if (!edited.IsMoved(old.Span, now.Span) || !ids.AreSame(old.Id, now.Id) || old.Name != now.Name)
                return false;
            if (before.OfDeclaration(i) != after.OfDeclaration(i))
                return false;
            // Points of a skeleton may be declared outside of it; all else follows from the text.
            if (!old.Keypoints.SequenceEqual(now.Keypoints))
                return false;
        }

        return true;
    }

    static bool AreSame(TrackTable before, TrackTable after, EditedFile edited, IdComparison ids)
    {
        if (before.Count != after.Count)
            return false;
        for (var i = 0; i < before.Count; i++)
            if (
                before[i].File != after[i].File
                || !ids.AreSame(before[i].Id, after[i].Id)
                || before[i].Category != after[i].Category
                || !edited.IsMoved(before[i].Span, after[i].Span)
            )
                return false;
        return true;
    }
}
