namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Reads the elements of an array.</summary>
interface ICocoArrays
{
    /// <param name="section">Which array it is.</param>
    /// <param name="start">Offset of the opening bracket.</param>
    /// <returns>Offset behind the closing bracket, −1 when reading cannot go on.</returns>
    long Read(CocoSection section, long start);
}
