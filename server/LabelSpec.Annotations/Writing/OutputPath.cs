namespace LabelSpec.Annotations.Writing;

/// <summary>Where the file of an image goes.</summary>
static class OutputPath
{
    /// <exception cref="InvalidDataException">The name leaves the folder, and nothing is written for such a name.</exception>
    public static string Of(WrittenImage image, string folder, string extension) =>
        folder
        + (
            image.PathWith(extension)
            ?? throw new InvalidDataException(
                $"the image name \"{image.Name}\" leaves the folder of the data; give it a name without .. and drives"
            )
        );
}
