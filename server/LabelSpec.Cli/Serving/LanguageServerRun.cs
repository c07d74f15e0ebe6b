using System.IO.Pipes;
using System.Net.Sockets;
using System.Runtime;
using LabelSpec.Cli.Running;
using LabelSpec.LanguageServer;

namespace LabelSpec.Cli.Serving;

/// <summary>One editor session, from its first message to its last.</summary>
sealed class LanguageServerRun(CommandContext context)
{
    const string WindowsPipePrefix = @"\\.\pipe\";

    public int Run(string? pipe)
    {
        // An editor waits for each answer.
        GCSettings.LatencyMode = GCLatencyMode.Interactive;
        // Whatever a library writes to the console must not get between the messages.
        Console.SetOut(context.Terminal.Error);
        if (pipe is null)
            return Serve(Console.OpenStandardInput(), Console.OpenStandardOutput());
        using var stream = Connect(pipe);
        return Serve(stream, stream);
    }

    static int Serve(Stream input, Stream output)
    {
        using var server = new LabelSpecServer(input, output);
        return server.RunAsync().GetAwaiter().GetResult();
    }

    static Stream Connect(string pipe)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                var name = pipe.StartsWith(WindowsPipePrefix, StringComparison.OrdinalIgnoreCase)
                    ? pipe[WindowsPipePrefix.Length..]
                    : pipe;
                var client = new NamedPipeClientStream(
                    ".",
                    name,
                    PipeDirection.InOut,
                    PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly
                );
                client.Connect(TimeSpan.FromSeconds(10));
                return client;
            }

            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint(pipe));
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception problem)
            when (problem is SocketException or IOException or TimeoutException or ArgumentException)
        {
            throw CommandFailure.Usage($"the pipe {pipe} cannot be opened: {problem.Message}");
        }
    }
}
