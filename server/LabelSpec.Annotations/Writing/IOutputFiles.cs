namespace LabelSpec.Annotations.Writing;

/// <summary>Where a writer's files go.</summary>
public interface IOutputFiles
{
    /// <param name="path">Relative, with slashes, and never upwards; empty for the only file.</param>
    /// <param name="write">Writes the content.</param>
    void Write(string path, Action<Stream> write);
}
