using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Process;

/// <summary>The command as an editor starts it.</summary>
public sealed class CommandTests
{
    const string Session = """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}
        {"jsonrpc":"2.0","method":"initialized","params":{}}
        {"jsonrpc":"2.0","id":2,"method":"shutdown"}
        {"jsonrpc":"2.0","method":"exit"}
        """;

    [Fact]
    public async Task It_ends_after_exit_while_its_input_stays_open()
    {
        using var server = Start("lsp", "--stdio");
        await server.StandardInput.BaseStream.WriteAsync(Messages());
        await server.StandardInput.BaseStream.FlushAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await server.WaitForExitAsync(patience.Token);

        Assert.Equal("", await server.StandardError.ReadToEndAsync());
        Assert.Equal(0, server.ExitCode);
        Assert.StartsWith("Content-Length: ", await server.StandardOutput.ReadToEndAsync());
    }

    [Fact]
    public async Task It_ends_when_its_input_ends()
    {
        using var server = Start("lsp");
        server.StandardInput.Close();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await server.WaitForExitAsync(patience.Token);

        Assert.Equal("", await server.StandardError.ReadToEndAsync());
        Assert.Equal(1, server.ExitCode);
    }

    [Fact]
    public async Task It_talks_over_a_pipe_that_the_editor_made()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new ScratchFolder();
        var name = folder.PathOf("s");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(name));
        listener.Listen(1);
        using var server = Start("lsp", "--pipe", name);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var editor = await listener.AcceptAsync(patience.Token);
        await using var stream = new NetworkStream(editor);
        await stream.WriteAsync(Messages(), patience.Token);

        var answer = new byte[7];
        await stream.ReadExactlyAsync(answer, patience.Token);
        await server.WaitForExitAsync(patience.Token);

        Assert.Equal("Content", Encoding.ASCII.GetString(answer));
        Assert.Equal(0, server.ExitCode);
    }

    static byte[] Messages() =>
        Encoding.UTF8.GetBytes(
            string.Concat(
                Session
                    .Split('\n', StringSplitOptions.TrimEntries)
                    .Select(json => $"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}")
            )
        );

    static System.Diagnostics.Process Start(params string[] arguments) =>
        System.Diagnostics.Process.Start(
            new ProcessStartInfo(BuiltCommand.Executable, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
}
