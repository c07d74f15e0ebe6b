namespace LabelSpec.Reach.Tests;

/// <summary>
/// How far annotation files alone can decide each sentence, as the survey of guidelines found, apart from the entries that
/// are tested against it.
/// </summary>
public static class CheckLevels
{
    /// <summary>Decidable.</summary>
    public static readonly int[] Decidable =
    [
        .. (int[])[2, 3, 4, 5, 6, 11, 23, 24, 25, 45, 53, 61, 62, 64, 66, 67, 69, 72, 73, 74, 82, 86, 88, 89, 90, 92],
        .. (int[])[94, 95, 96, 98, 99, 100, 102, 103, 104, 106, 107, 108, 110, 112, 113, 114, 115, 118, 119, 121, 122],
        .. (int[])[123, 124, 125, 128, 131, 132, 135, 136, 138, 139],
    ];

    /// <summary>Decidable when a second quantity is recorded, such as a mask beside a box.</summary>
    public static readonly int[] DecidableWithSecondQuantity = [7, 9, 21, 37, 51, 52, 54, 63, 68, 109, 111, 127, 129];

    /// <summary>Partly decidable, or by something that only hints at it.</summary>
    public static readonly int[] Partly =
    [
        .. (int[])[1, 8, 14, 19, 22, 28, 30, 33, 38, 44, 49, 50, 55, 60, 75, 78, 81, 83, 85, 91, 101, 105, 106, 120],
        .. (int[])[130, 133],
    ];

    /// <summary>For pixels, models or a second annotator to decide; at best something hints at it.</summary>
    public static readonly int[] Hinted = [12, 13, 58, 65, 70, 87, 97, 126];

    /// <summary>For people.</summary>
    public static readonly int[] Prose =
    [
        .. (int[])[10, 15, 16, 17, 18, 20, 26, 27, 29, 31, 32, 34, 35, 36, 39, 40, 41, 42, 43, 46, 47, 48, 56, 57, 59],
        .. (int[])[71, 76, 77, 79, 80, 84, 93, 116, 117, 134, 137, 140],
    ];
}
