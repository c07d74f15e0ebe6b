using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Project;
using LabelSpec.Geometry;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Engine.Rules.Data;

/// <summary>A data set as the rules of a guideline see it. Shared by all threads; nothing changes any
/// more once judging begins.</summary>
sealed class JudgedData
{
    public JudgedData(Dataset dataset, Guideline guideline)
    {
        Dataset = dataset;
        Guideline = guideline;
        Classes = new ClassMap(dataset, guideline);
        Attributes = new AttributeReaders(dataset, Classes, Codes);
        IgnoreClasses = IgnoreMembers();
        HasIgnoreClasses = Array.IndexOf(IgnoreClasses, true) >= 0;
        HasSharesOnly = FindSharesOnly();
        Tracks = new TrackOrder(dataset);
        Sequences = new SequenceEnds(dataset.Images);
    }

    public Dataset Dataset { get; }

    public Guideline Guideline { get; }

    public AnnotationTable Annotations => Dataset.Annotations;

    public ClassMap Classes { get; }

    public EnumCodes Codes { get; } = new();

    public AttributeReaders Attributes { get; }

    public TrackOrder Tracks { get; }

    public SequenceEnds Sequences { get; }

    /// <summary>For each category, shifted by one, whether its annotations mark regions in which nothing is judged.</summary>
    public bool[] IgnoreClasses { get; }

    public bool HasIgnoreClasses { get; }

    /// <summary>The image as a box; empty where its size is not known.</summary>
    public Box FrameOf(int image) =>
        image < 0 ? default : new(0, 0, Dataset.Images.Widths[image], Dataset.Images.Heights[image]);

    /// <summary>Whether of some image only shares of its size are known.</summary>
    public bool HasSharesOnly { get; }

    /// <summary>Whether positions in an image are pixels; of the data as a whole (−1), whether they are in every image.</summary>
    public bool KnowsPixels(int image) =>
        image < 0 ? !HasSharesOnly : Dataset.Images.Units[image] != CoordinateUnit.Normalized;

    /// <summary>
    /// Whether the annotation is there for rules to see. Shapes that say that a track's object is out of sight are not,
    /// nor are labels of what is not in the image.
    /// </summary>
    public bool IsSeen(int row) => (Annotations.Flags[row] & (AnnotationFlags.Outside | AnnotationFlags.Negative)) == 0;

    /// <summary>Whether no rule judges the annotation, as it lies in a region in which nothing is judged.</summary>
    public bool IsIgnored(int row) => Ignored is not null && Ignored[row];

    /// <summary>A flag for each annotation, found before rules are judged; null where nothing is ignored.</summary>
    public bool[]? Ignored { get; set; }

    bool FindSharesOnly()
    {
        var units = Dataset.Images.Units;
        for (var image = 0; image < Dataset.Images.Count && units.IsPresent; image++)
            if (units[image] == CoordinateUnit.Normalized)
                return true;
        return false;
    }

    bool[] IgnoreMembers()
    {
        var flags = new bool[Classes.Categories + 1];
        for (var category = 0; category < Classes.Categories; category++)
            flags[category + 1] = Classes.SymbolOf(category) is { IsIgnore: true };
        return flags;
    }
}
