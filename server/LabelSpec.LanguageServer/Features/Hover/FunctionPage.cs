using System.Text;
using LabelSpec.Semantics.Functions;

namespace LabelSpec.LanguageServer.Features.Hover;

/// <summary>What there is to know about a built-in function.</summary>
static class FunctionPage
{
    public static string Of(FunctionSignature function)
    {
        var page = new StringBuilder($"```labelspec\n{function.Display}\n```\n\n{function.Documentation}");
        foreach (var parameter in function.Parameters.Where(parameter => parameter.Documentation.Length > 0))
            page.Append($"\n- `{parameter.Name}`: {parameter.Documentation}");
        if (function.Unknown.Length > 0)
            page.Append($"\n\nUnknown {function.Unknown}.");
        return page.ToString();
    }
}
