namespace LabelSpec.Annotations.Formats.Json;

/// <summary>The members of an object or the elements of an array, for <c>foreach</c>.</summary>
public struct JsonChildren
{
    readonly JsonTree? tree;
    int next;

    internal JsonChildren(JsonTree? tree, int parent)
    {
        this.tree = tree;
        next = tree is not null && tree[parent].Children > 0 ? parent + 1 : -1;
        Current = default;
    }

    public JsonNode Current { get; private set; }

    public readonly JsonChildren GetEnumerator() => this;

    public bool MoveNext()
    {
        if (tree is null || next < 0)
            return false;
        Current = new JsonNode(tree, next);
        next = tree[next].Next;
        return true;
    }
}
