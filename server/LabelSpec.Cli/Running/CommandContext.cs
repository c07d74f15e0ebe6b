namespace LabelSpec.Cli.Running;

/// <summary>What every command is given.</summary>
/// <param name="Cancellation">Cancelled by Ctrl-C.</param>
sealed record CommandContext(Terminal Terminal, CancellationToken Cancellation);
