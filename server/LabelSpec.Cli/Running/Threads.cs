using System.CommandLine;

namespace LabelSpec.Cli.Running;

/// <summary>The option that says how many threads a command may use.</summary>
static class Threads
{
    public static Option<int> Option()
    {
        var option = new Option<int>("--jobs", "-j")
        {
            Description = "Threads to use; all cores unless told.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        option.MustBeAtLeast(1);
        return option;
    }
}
