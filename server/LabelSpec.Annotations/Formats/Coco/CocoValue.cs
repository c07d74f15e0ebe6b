using System.Globalization;
using System.Text;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Formats.Json.Edits;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Values as JSON text.</summary>
static class CocoValue
{
    public static string Write(AttributeValue value) =>
        value.Kind switch
        {
            AttributeValueKind.Bool => value.AsBool ? "true" : "false",
            AttributeValueKind.Number when double.IsFinite(value.AsNumber) => value.AsNumber.ToString(
                "R",
                CultureInfo.InvariantCulture
            ),
            AttributeValueKind.Text => JsonText.Quote(value.AsText),
            AttributeValueKind.TextList => $"[{string.Join(", ", value.AsTexts.ToArray().Select(JsonText.Quote))}]",
            _ => "null",
        };

    public static string Write(ReadOnlySpan<double> numbers, NumberStyle style, string separator)
    {
        var builder = new StringBuilder("[");
        for (var i = 0; i < numbers.Length; i++)
            builder.Append(i == 0 ? "" : separator).Append(style.Format(numbers[i]));
        return builder.Append(']').ToString();
    }
}
