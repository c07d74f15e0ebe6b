namespace LabelSpec.LanguageServer.Transport;

/// <summary>A request that ends with an error code of the protocol instead of a result.</summary>
public sealed class LspErrorException(int code, string message) : Exception(message)
{
    public const int InvalidParams = -32602;
    public const int InternalError = -32603;
    public const int ServerNotInitialized = -32002;
    public const int InvalidRequest = -32600;
    public const int ContentModified = -32801;
    public const int RequestCancelled = -32800;
    public const int RequestFailed = -32803;

    public int Code { get; } = code;
}
