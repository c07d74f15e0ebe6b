using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Evaluation;

/// <summary>A slice for each value of an attribute: of objects, or of the images that they are in.</summary>
public sealed class AttributeSlices(string attribute) : IObjectSlices
{
    /// <summary>Empty where nothing has such an attribute. Objects without a value are in no slice.</summary>
    public IEnumerable<ObjectSlice> Of(Dataset truth, int threads, CancellationToken cancellation)
    {
        var rows = new SortedDictionary<string, HashSet<int>>(StringComparer.Ordinal);
        for (var row = 0; row < truth.Annotations.Count; row++)
        {
            var image = truth.Annotations.Images[row];
            if (
                !truth.Annotations.Attributes.TryGet(row, attribute, out var value)
                && (image < 0 || !truth.Images.Attributes.TryGet(image, attribute, out value))
            )
                continue;
            var text = value.ToString();
            if (!rows.TryGetValue(text, out var of))
                rows.Add(text, of = []);
            of.Add(row);
        }

        return rows.Select(pair => new ObjectSlice($"{attribute} = {pair.Key}", pair.Value));
    }

    /// <summary>Names of all attributes that slices can be made of.</summary>
    public static IEnumerable<string> NamesIn(Dataset truth) =>
        truth.Annotations.Attributes.Columns.Concat(truth.Images.Attributes.Columns).Select(column => column.Name);
}
