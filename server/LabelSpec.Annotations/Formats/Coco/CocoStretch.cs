using LabelSpec.Annotations.Building;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>What reading a stretch of an array came to.</summary>
/// <param name="Limit">Elements from here on belong to the next stretch.</param>
/// <param name="Start">The element that it began with; −1 when none was found.</param>
/// <param name="End">Where it stopped: the next stretch's first element, or behind the array.</param>
/// <param name="Stop">Why it stopped.</param>
/// <param name="Part">What it read.</param>
/// <param name="Searched">Bytes that were searched to get over broken elements.</param>
/// <param name="IsWhole">Whether all of it is valid JSON, so that nothing behind it had a say.</param>
readonly record struct CocoStretch(
    long Limit,
    long Start,
    long End,
    CocoStop Stop,
    DatasetPart Part,
    int Searched = 0,
    bool IsWhole = true
);
