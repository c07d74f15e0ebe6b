namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Keys of the top level.</summary>
static class CocoKeys
{
    public static CocoSection SectionOf(ReadOnlySpan<byte> key, out bool isMisspelt)
    {
        isMisspelt = false;
        if (key.SequenceEqual("images"u8))
            return CocoSection.Images;
        if (key.SequenceEqual("annotations"u8))
            return CocoSection.Annotations;
        if (key.SequenceEqual("categories"u8))
            return CocoSection.Categories;
        isMisspelt = true;
        if (key.SequenceEqual("annotation"u8))
            return CocoSection.Annotations;
        if (key.SequenceEqual("image"u8))
            return CocoSection.Images;
        if (key.SequenceEqual("category"u8))
            return CocoSection.Categories;
        isMisspelt = false;
        return CocoSection.None;
    }

    public static string NameOf(CocoSection section) =>
        section switch
        {
            CocoSection.Images => "images",
            CocoSection.Categories => "categories",
            CocoSection.Results => "results",
            _ => "annotations",
        };
}
