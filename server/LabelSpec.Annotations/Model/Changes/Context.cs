namespace LabelSpec.Annotations.Model.Changes;

/// <summary>What every row of a data set depends on.</summary>
static class Context
{
    public static bool IsSame(Dataset before, Dataset after, EditedFile edited) =>
        // Texts are numbered in the order of their first use, so that equal numbers may be different ids.
        before.IdTexts.IsEmpty
        && after.IdTexts.IsEmpty
        && before.Categories.Names.SequenceEqual(after.Categories.Names)
        && AreSame(before.Categories, after.Categories, edited)
        && before.Conventions.SequenceEqual(after.Conventions)
        && AreSame(before.Tracks, after.Tracks, edited)
        && before.Annotations.AnnotatorNames.SequenceEqual(after.Annotations.AnnotatorNames)
        && before.Images.SequenceNames.SequenceEqual(after.Images.SequenceNames)
        && before.Images.SplitNames.SequenceEqual(after.Images.SplitNames);

    static bool AreSame(CategoryTable before, CategoryTable after, EditedFile edited)
    {
        if (before.Declarations.Length != after.Declarations.Length)
            return false;
        for (var i = 0; i < before.Declarations.Length; i++)
        {
            var (old, now) = (before.Declarations[i], after.Declarations[i]);
            if (!edited.IsMoved(old.Span, now.Span) || old.Id != now.Id || old.Name != now.Name)
                return false;
            if (before.OfDeclaration(i) != after.OfDeclaration(i))
                return false;
        }

        return true;
    }

    static bool AreSame(TrackTable before, TrackTable after, EditedFile edited)
    {
        if (before.Count != after.Count)
            return false;
        for (var i = 0; i < before.Count; i++)
            if (
                before[i].File != after[i].File
                || before[i].Id != after[i].Id
                || before[i].Category != after[i].Category
                || !edited.IsMoved(before[i].Span, after[i].Span)
            )
                return false;
        return true;
    }
}
