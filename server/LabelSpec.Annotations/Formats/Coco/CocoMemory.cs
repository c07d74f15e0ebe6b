using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>A text and the stretches that its arrays were read in, in file order.</summary>
/// <param name="File">The file's number in the data set.</param>
/// <param name="Text">What was read.</param>
/// <param name="Stretches">What came out; never changed any more.</param>
sealed record CocoMemory(int File, EditorText Text, IReadOnlyList<CocoRememberedStretch> Stretches);

/// <param name="Section">The array that it is a part of.</param>
/// <param name="Stretch">What was read, in the positions of the text that it was first read from.</param>
/// <param name="Moved">How many bytes further on it stands now.</param>
sealed record CocoRememberedStretch(CocoSection Section, CocoStretch Stretch, long Moved)
{
    public long Start => Stretch.Start + Moved;

    public long End => Stretch.End + Moved;
}
