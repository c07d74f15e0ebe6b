using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Writing;

/// <summary>
/// A positive number for each of some elements: the id that it has, or, where ids are missing, used twice, texts or not
/// positive, its place from 1.
/// </summary>
sealed class IdNumbers
{
    readonly long[] numbers;

    public IdNumbers(IEnumerable<RecordId> ids)
    {
        numbers = [.. ids.Select(id => id.IsNone || id.IsText ? 0 : id.Value)];
        if (numbers.Any(number => number <= 0) || numbers.Distinct().Count() != numbers.Length)
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] = i + 1;
    }

    public long this[int index] => numbers[index];
}
