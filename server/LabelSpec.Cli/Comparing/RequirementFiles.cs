using LabelSpec.Cli.Running;
using LabelSpec.Quality.Comparison;
using LabelSpec.Reports;

namespace LabelSpec.Cli.Comparing;

/// <summary>The file of <c>--requirements</c>.</summary>
static class RequirementFiles
{
    /// <summary>Its requirements. What is wrong with it is shown with its places.</summary>
    /// <exception cref="CommandFailure">It cannot be read, or something is wrong with it.</exception>
    public static RequirementSet Load(string path, CommandContext context)
    {
        var file = Read(path);
        foreach (var problem in file.Problems)
            context.Terminal.Error.WriteLine(
                $"{Printable.Of(path)}:{problem.Line}:{problem.Column}: error[{problem.Kind.Code}] {Printable.Of(problem.Message)}"
            );
        return file.Requirements ?? throw CommandFailure.Usage($"{path} has errors: nothing was compared");
    }

    static RequirementFile Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return RequirementFile.Load(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Usage($"the requirements cannot be read: {e.Message}");
        }
    }
}
