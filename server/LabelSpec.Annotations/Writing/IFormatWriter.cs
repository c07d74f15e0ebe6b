namespace LabelSpec.Annotations.Writing;

/// <summary>Writes data in one format. Stateless; safe to use from several threads.</summary>
public interface IFormatWriter
{
    /// <summary>The word for it on the command line.</summary>
    string Id { get; }

    string Title { get; }

    /// <summary>The ending of the only file that is written, with its point; null for a folder of files.</summary>
    string? Extension { get; }

    FormatCapacity Capacity { get; }

    /// <summary>
    /// Writes what the format can hold. Shapes that it cannot hold become their boxes; what has no box either is left out.
    /// </summary>
    void Write(WrittenData data, IOutputFiles output);
}
