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
        """;

    const string Exit = """{"jsonrpc":"2.0","method":"exit"}""";

    [Fact]
    public async Task It_ends_after_exit_while_its_input_stays_open()
    {
        using var server = Start("lsp", "--stdio");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await TalkAsync(server.StandardInput.BaseStream, server.StandardOutput.BaseStream, patience.Token);
        await server.WaitForExitAsync(patience.Token);

        Assert.Equal("", await server.StandardError.ReadToEndAsync());
        Assert.Equal(0, server.ExitCode);
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
        await TalkAsync(stream, stream, patience.Token);
        await server.WaitForExitAsync(patience.Token);

        Assert.Equal(0, server.ExitCode);
    }

    // The editor is any other process; who holds the other end of the input does not say that it lives.
    [Fact]
    public async Task It_ends_when_its_editor_has_died_while_its_input_stays_open()
    {
        using var editor = Start("lsp");
        using var server = Start("lsp");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var (input, output) = (server.StandardInput.BaseStream, server.StandardOutput.BaseStream);
        var named = Session.Replace("null,\"rootUri\"", $"{editor.Id},\"rootUri\"", StringComparison.Ordinal);
        await SendAsync(input, named.Split('\n')[0], patience.Token);
        await AnswerAsync(output, 1, patience.Token);
        Assert.False(server.HasExited);

        editor.Kill();
        await server.WaitForExitAsync(patience.Token);

        Assert.Equal(1, server.ExitCode);
    }

    /// <summary>A whole session; the last answer is awaited before `exit`, as editors do.</summary>
    static async Task TalkAsync(Stream toServer, Stream fromServer, CancellationToken cancellation)
    {
        foreach (var json in Session.Split('\n', StringSplitOptions.TrimEntries))
            await SendAsync(toServer, json, cancellation);
        await AnswerAsync(fromServer, 2, cancellation);
        await SendAsync(toServer, Exit, cancellation);
    }

    static async Task SendAsync(Stream toServer, string json, CancellationToken cancellation)
    {
        await toServer.WriteAsync(
            Encoding.UTF8.GetBytes($"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}"),
            cancellation
        );
        await toServer.FlushAsync(cancellation);
    }

    static async Task AnswerAsync(Stream fromServer, int id, CancellationToken cancellation)
    {
        var answers = new StringBuilder();
        var buffer = new byte[4096];
        while (!answers.ToString().Contains($"\"id\":{id}", StringComparison.Ordinal))
        {
            var read = await fromServer.ReadAsync(buffer, cancellation);
            Assert.NotEqual(0, read);
            answers.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
    }

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
