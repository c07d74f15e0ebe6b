namespace LabelSpec.Annotations.Pictures;

public enum PictureStatus
{
    /// <summary>Size and orientation are known.</summary>
    Readable,

    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>The file is there but may not be read.</summary>
    Denied,

    /// <summary>The file is no picture of a known kind, or ends inside its header.</summary>
    Unreadable,
}
