using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Cli.Running;

/// <summary>What a path of the command line gives to read: a pipe can be read only once, so that it is read here, to its end.</summary>
static class PipedInput
{
    /// <exception cref="CommandFailure">It is a pipe that cannot be read.</exception>
    public static ReadInput Of(string path)
    {
        try
        {
            return SpecialFile.ReadPipe(path) is { } bytes ? new(path, bytes) : new(path);
        }
        catch (InvalidDataException exception)
        {
            throw CommandFailure.Unreadable(
                $"what comes out of {path} is packed and cannot be read: {exception.Message.TrimEnd('.')}"
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Unreadable(exception.Message);
        }
    }
}
