namespace LabelSpec.LanguageServer.Tests.Wire;

public sealed class LifecycleTests
{
    [Fact]
    public async Task Initialize_is_answered_with_capabilities()
    {
        await using var client = new RawClient();

        var answer = await client.RequestAsync("initialize", """{"processId":null,"capabilities":{}}""");

        Assert.True(answer.GetProperty("result").GetProperty("capabilities").GetProperty("hoverProvider").GetBoolean());
        Assert.Equal(
            "labelspec",
            answer.GetProperty("result").GetProperty("serverInfo").GetProperty("name").GetString()
        );
    }

    [Fact]
    public async Task Shutdown_then_exit_ends_with_0_while_the_input_stays_open()
    {
        await using var client = new RawClient();
        await client.InitializeAsync();

        var answer = await client.RequestAsync("shutdown", null);
        await client.SendAsync("""{"jsonrpc":"2.0","method":"exit"}""");

        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.GetProperty("result").ValueKind);
        Assert.Equal(0, await client.Ended.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Exit_without_shutdown_ends_with_1()
    {
        await using var client = new RawClient();
        await client.InitializeAsync();

        await client.NotifyAsync("exit");

        Assert.Equal(1, await client.Ended.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task The_end_of_the_input_ends_the_session()
    {
        await using var client = new RawClient();
        await client.InitializeAsync();

        await client.HangUpAsync();

        Assert.Equal(1, await client.Ended.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData("shutdown")]
    [InlineData("test/text")]
    public async Task A_request_before_initialize_is_refused(string method)
    {
        await using var client = new RawClient(Documents.Register);

        var answer = await client.RequestAsync(method, """{"textDocument":{"uri":"file:///a"}}""");

        Assert.Equal(-32002, answer.GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_second_initialize_is_refused()
    {
        await using var client = new RawClient();
        await client.InitializeAsync();

        var answer = await client.RequestAsync("initialize", """{"processId":null,"capabilities":{}}""");

        Assert.Equal(-32600, answer.GetProperty("error").GetProperty("code").GetInt32());
    }
}
