using System.Text.Json;

namespace LabelSpec.LanguageServer.Tests.Wire;

/// <summary>What a broken or hasty client sends must not end the session or upset its state.</summary>
public sealed class RobustnessTests
{
    [Theory]
    [InlineData("{\"jsonrpc\":\"2.0\",", -32700)]
    [InlineData("nonsense", -32700)]
    [InlineData("", -32700)]
    [InlineData("{} {}", -32700)]
    [InlineData("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"shutdown\"}]", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":7}", -32600)]
    [InlineData("\"text\"", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":12}", -32600)]
    public async Task A_malformed_message_is_answered_with_an_error_and_the_session_goes_on(string message, int code)
    {
        await using var client = new RawClient(Documents.Register);
        await client.InitializeAsync();

        await client.SendAsync(message);

        var refusal = await client.ReadAsync();
        Assert.Equal(code, refusal.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal(JsonValueKind.Null, refusal.GetProperty("id").ValueKind);
        await AssertAlive(client);
    }

    [Theory]
    [InlineData("Content-Length: many\r\n\r\n")]
    [InlineData("Content-Length: -5\r\n\r\n")]
    [InlineData("Content-Length: 99999999999\r\n\r\n")]
    [InlineData("X-Other: 1\r\n\r\n")]
    public async Task A_broken_header_is_answered_with_an_error_and_the_session_goes_on(string header)
    {
        await using var client = new RawClient(Documents.Register);
        await client.InitializeAsync();

        await client.SendBytesAsync(header);

        Assert.Equal(-32700, (await client.ReadAsync()).GetProperty("error").GetProperty("code").GetInt32());
        await AssertAlive(client);
    }

    [Fact]
    public async Task An_unknown_request_is_answered_and_an_unknown_notification_is_not()
    {
        await using var client = new RawClient(Documents.Register);
        await client.InitializeAsync();

        await client.NotifyAsync("$/unheardOf");
        var answer = await client.RequestAsync("unheard/of");

        Assert.Equal(-32601, answer.GetProperty("error").GetProperty("code").GetInt32());
        await AssertAlive(client);
    }

    [Fact]
    public async Task Wrong_parameters_fail_their_request_alone()
    {
        await using var client = new RawClient(Documents.Register);
        await client.InitializeAsync();

        var answer = await client.RequestAsync("test/text", """{"textDocument":17}""");

        Assert.Equal(-32602, answer.GetProperty("error").GetProperty("code").GetInt32());
        await AssertAlive(client);
    }

    [Fact]
    public async Task A_defect_in_a_handler_is_an_error_without_a_stack_trace()
    {
        await using var client = new RawClient(Documents.Register);
        await client.InitializeAsync();

        var answer = await client.RequestAsync("test/fail", """{"textDocument":{"uri":"file:///a"}}""");

        Assert.Equal(-32603, answer.GetProperty("error").GetProperty("code").GetInt32());
        Assert.DoesNotContain("   at ", answer.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(".cs", answer.GetRawText(), StringComparison.Ordinal);
        await AssertAlive(client);
    }

    [Fact]
    public async Task A_cancelled_request_ends_with_the_protocols_code()
    {
        await using var client = new RawClient(Documents.Register);
        await client.InitializeAsync();

        await client.SendAsync(
            """{"jsonrpc":"2.0","id":70,"method":"test/wait","params":{"textDocument":{"uri":"file:///a"}}}"""
        );
        await client.NotifyAsync("$/cancelRequest", """{"id":70}""");

        Assert.Equal(-32800, (await client.AnswerAsync(70)).GetProperty("error").GetProperty("code").GetInt32());
        await AssertAlive(client);
    }

    [Fact]
    public async Task Ten_thousand_edits_arrive_in_order()
    {
        await using var client = new RawClient(Documents.Register);
        await client.InitializeAsync();
        await client.NotifyAsync(
            "textDocument/didOpen",
            """{"textDocument":{"uri":"file:///a","languageId":"labelspec","version":0,"text":""}}"""
        );

        for (var i = 1; i <= 10_000; i++)
            await client.NotifyAsync(
                "textDocument/didChange",
                $$$"""{"textDocument":{"uri":"file:///a","version":{{{i}}}},"contentChanges":[{"range":{"start":{"line":0,"character":{{{i - 1}}}},"end":{"line":0,"character":{{{i - 1}}}}},"text":"{{{i % 10}}}"}]}"""
            );

        var text = (await client.RequestAsync("test/text", """{"textDocument":{"uri":"file:///a"}}"""))
            .GetProperty("result")
            .GetProperty("uri")
            .GetString();
        Assert.Equal(string.Concat(Enumerable.Range(1, 10_000).Select(i => (i % 10).ToString())), text);
    }

    static async Task AssertAlive(RawClient client)
    {
        var answer = await client.RequestAsync("test/text", """{"textDocument":{"uri":"file:///nothing"}}""");
        Assert.Equal("(not open)", answer.GetProperty("result").GetProperty("uri").GetString());
    }
}
