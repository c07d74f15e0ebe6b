using LabelSpec.Annotations.Building;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Reads arrays of small files into the part that a thread fills with many of them.</summary>
sealed class CocoSmallArrays(CocoElementReader elements, DatasetPart part, CancellationToken cancellation) : ICocoArrays
{
    public long Read(CocoSection section, long start)
    {
        var stretch = elements.ReadStretch(section, start + 1, long.MaxValue, part, cancellation);
        return stretch.Stop == CocoStop.ArrayEnd ? stretch.End : -1;
    }
}
