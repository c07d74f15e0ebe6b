namespace LabelSpec.Annotations.Pictures;

/// <summary>Reads the headers of picture files; the seam behind which the imaging library stays.</summary>
public interface IPictureReader
{
    /// <summary>Reads as little of the file as its header needs. Never throws on the file's content or absence.</summary>
    PictureHeader Read(string path);
}
