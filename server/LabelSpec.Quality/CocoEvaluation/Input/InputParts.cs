namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// Whether inputs of parts hold what the input of the whole holds, image by image. They do not where something of a part means
/// another thing in the whole: a name that is unique in the part only, images without ids, whose places are their keys, or a first
/// prediction that decides for all.
/// </summary>
static class InputParts
{
    public static bool AddUpTo(CocoInputResult whole, IReadOnlyList<CocoInputResult> parts)
    {
        if (!parts.SelectMany(part => part.Input.ImageKeys).Order().SequenceEqual(whole.Input.ImageKeys))
            return false;
        var ofWhole = new RowsByImage(whole.Input);
        return parts.All(part =>
            part.Input.CategoryNames.SequenceEqual(whole.Input.CategoryNames)
            && (part.Input.Detections.Count == 0 || part.SizesAreThoseOfBoxes == whole.SizesAreThoseOfBoxes)
            && AreEqual(part, whole, new(part.Input), ofWhole)
        );
    }

    static bool AreEqual(CocoInputResult part, CocoInputResult whole, RowsByImage ofPart, RowsByImage ofWhole)
    {
        for (var image = 0; image < part.Input.ImageKeys.Length; image++)
        {
            var there = Array.BinarySearch(whole.Input.ImageKeys, part.Input.ImageKeys[image]);
            if (
                !ofPart.Truths[image].SequenceEqual(ofWhole.Truths[there])
                || !ofPart.Detections[image].SequenceEqual(ofWhole.Detections[there])
            )
                return false;
        }

        return true;
    }

    sealed class RowsByImage(CocoInput input)
    {
        public ILookup<int, (int, double, bool, bool, bool)> Truths { get; } =
            Enumerable
                .Range(0, input.Truths.Count)
                .ToLookup(
                    row => input.Truths.Images[row],
                    row =>
                        (
                            input.Truths.Categories[row],
                            input.Truths.Areas[row],
                            input.Truths.IsCrowd[row],
                            input.Truths.IsIgnored[row],
                            input.Truths.HasIdZero[row]
                        )
                );

        public ILookup<int, (int, double)> Detections { get; } =
            Enumerable
                .Range(0, input.Detections.Count)
                .ToLookup(
                    row => input.Detections.Images[row],
                    row => (input.Detections.Categories[row], input.Detections.Scores[row])
                );
    }
}
