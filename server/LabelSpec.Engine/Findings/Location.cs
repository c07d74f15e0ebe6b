namespace LabelSpec.Engine.Findings;

/// <summary>
/// A range of a file, in bytes and as people count it. Lines and columns start at 1, columns count UTF-16 units (a file
/// of gigabytes may be one line, hence 64 bits), and ends are exclusive. A finding about the file as a whole stands at
/// its first character with an empty range. The file is the path as the user gave it, or relative to the project;
/// <c>Start</c> and <c>End</c> are byte offsets.
/// </summary>
public sealed record Location(string File, long Start, long End, int Line, long Column, int EndLine, long EndColumn)
{
    /// <summary>The file as a whole.</summary>
    public static Location Whole(string file) => new(file, 0, 0, 1, 1, 1, 1);
}
